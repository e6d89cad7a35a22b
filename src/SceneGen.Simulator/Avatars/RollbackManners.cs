namespace SceneGen.Simulator.Avatars;

/// <summary>Words in an avatar's name that decide how its rollback is answered.</summary>
internal static class RollbackManners
{
    private const string RefuseWord = "refuse-rollback";
    private const string IgnoreWord = "ignore-rollback";

    public static bool Refuses(string? name)
    {
        return Has(name, RefuseWord);
    }

    public static bool Ignores(string? name)
    {
        return Has(name, IgnoreWord);
    }

    private static bool Has(string? name, string word)
    {
        return name?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
    }
}
