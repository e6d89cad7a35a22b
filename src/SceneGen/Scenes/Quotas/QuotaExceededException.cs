namespace SceneGen.Scenes.Quotas;

/// <summary>A caller asked for one scene more than its quota allows.</summary>
public sealed class QuotaExceededException : Exception
{
    public QuotaExceededException()
        : base("The caller's quota is used up.")
    {
    }

    public QuotaExceededException(string message)
        : base(message)
    {
    }

    public QuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public QuotaKind Kind { get; init; }
}
