namespace SceneGen.Callbacks;

/// <summary>What came of a post, and in words that hold neither address nor secret.</summary>
/// <param name="Fate">Whether to come again.</param>
/// <param name="Told">A sentence.</param>
/// <param name="Code"><c>http_503</c>, <c>timeout</c>, <c>unreachable</c>, <c>not_allowed</c> or <c>unsigned</c>.</param>
internal sealed record PostOutcome(PostFate Fate, string Told, string Code)
{
    public const string NotAllowed = "not_allowed";

    /// <summary>What the receiver wishes to be left in peace for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The receiver says that it is gone, or may not be posted to: not even days later.</summary>
    public bool IsFinal => Code is "http_410" or NotAllowed;
}
