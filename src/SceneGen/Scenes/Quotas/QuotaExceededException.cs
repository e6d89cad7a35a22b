namespace SceneGen.Scenes.Quotas;

/// <summary>A caller asked for one scene more than its quota allows.</summary>
public sealed class QuotaExceededException() : Exception("The caller's quota is used up.")
{
    public QuotaKind Kind { get; init; }
}
