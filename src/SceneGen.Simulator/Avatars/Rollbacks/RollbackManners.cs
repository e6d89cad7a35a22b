using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars.Rollbacks;

/// <summary>Words in an avatar's name that decide how its rollback is answered.</summary>
internal static class RollbackManners
{
    private const string RefuseWord = "refuse-rollback";
    private const string IgnoreWord = "ignore-rollback";
    private const string TwiceWord = "twice-rollback";
    private const string LateWord = "late-rollback";

    /// <summary>A late one waits until it is asked so often.</summary>
    private const int Patience = 3;

    /// <summary>The answers to the avatar's newest request, in their order.</summary>
    public static IReadOnlyList<RollbackOutcome> AnswersTo(string? name, int requests)
    {
        if (Has(name, IgnoreWord) || (Has(name, LateWord) && requests < Patience))
        {
            return [];
        }

        if (Has(name, RefuseWord))
        {
            return [RollbackOutcome.Refused];
        }

        return Has(name, TwiceWord)
            ? [RollbackOutcome.RolledBack, RollbackOutcome.RolledBack]
            : [RollbackOutcome.RolledBack];
    }

    private static bool Has(string? name, string word)
    {
        return name?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
    }
}
