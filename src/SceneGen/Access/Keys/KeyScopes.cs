namespace SceneGen.Access.Keys;

/// <summary>What a key is good for.</summary>
internal static class KeyScopes
{
    /// <summary>Scenes of any session, avatars, sessions.</summary>
    public const string Scenes = "scenes";

    /// <summary>The operator's calls and page, and metrics.</summary>
    public const string Ops = "ops";

    public const string Mend = "write scenes, ops or both";

    private static readonly char[] Separators = [',', ' '];

    public static IReadOnlyList<string> Split(string text)
        => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Join(IEnumerable<string> scopes) => string.Join(',', scopes.Distinct().Order());

    public static bool AreKnown(IReadOnlyList<string> scopes)
        => scopes.Count > 0 && scopes.All(scope => scope is Scenes or Ops);
}
