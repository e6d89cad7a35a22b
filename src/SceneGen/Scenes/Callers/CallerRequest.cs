using SceneGen.Scenes.Quotas;

namespace SceneGen.Scenes.Callers;

/// <summary>What a caller's request brings along beside its message, and what came of it.</summary>
internal sealed class CallerRequest
{
    /// <summary>Null where the caller gave no key.</summary>
    public AnswerKey? Key { get; init; }

    /// <summary>Null where no quota holds.</summary>
    public QuotaClaim? Quota { get; init; }

    /// <summary>The session whose avatars alone the caller may name; null for one who may act for any session.</summary>
    public string? ConfinedTo { get; init; }

    /// <summary>The number of that session's last erasure when the caller was let in; 0 for none.</summary>
    public int LastErasure { get; init; }

    /// <summary>The answer in the words it is kept in; asked within the scene's transaction, where there is a key.</summary>
    public Func<SceneState, string> Describe { get; init; } = _ => "";

    /// <summary>The scene as what was asked has left it; null where nothing was done. Without an error, that was saved.</summary>
    public SceneState? Scene { get; set; }
}
