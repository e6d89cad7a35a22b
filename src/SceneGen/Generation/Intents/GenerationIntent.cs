using SceneGen.Assets.Messages;

namespace SceneGen.Generation.Intents;

/// <summary>What is known of one attempt's purchase. Written before the paid call, so that no crash makes it twice.</summary>
public sealed record GenerationIntent
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required string Model { get; init; }

    public required string Prompt { get; init; }

    public required int ThemeVersion { get; init; }

    public required int? Seed { get; init; }

    /// <summary>The input as sent, to know the prediction by when the answer was lost.</summary>
    public required string Input { get; init; }

    /// <summary>When the provider was asked, or asked again.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Until then whoever holds this row may be calling the provider; others keep away.</summary>
    public required DateTimeOffset LeaseEndsAt { get; init; }

    /// <summary>Counts those who held the lease; a holder whose number is no longer this one writes nothing.</summary>
    public int Fence { get; init; } = 1;

    /// <summary>When the paid call ended without a clear answer; null while none has.</summary>
    public DateTimeOffset? UnansweredAt { get; init; }

    /// <summary>The first complete listing since then that did not show the prediction.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    public string? PredictionId { get; init; }

    /// <summary>The number of the last check.</summary>
    public int Checks { get; init; }

    /// <summary>
    /// What makes the address of this attempt's webhook known to nobody else, and a listed prediction known as this one's.
    /// Null in rows that are older than webhooks.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>When a webhook came before the prediction was known.</summary>
    public DateTimeOffset? HintedAt { get; init; }

    /// <summary>
    /// The sign by which its failure was known, where it matters how often that happens; or the code for which its
    /// picture was refused.
    /// </summary>
    public string? FailedBy { get; init; }

    /// <summary>Of the theme's file; null in rows that are older than theme hashes, and for a probe.</summary>
    public string? ThemeHash { get; init; }

    public string? ThemeLabel { get; init; }

    /// <summary>As the provider names it.</summary>
    public string? ModelVersion { get; init; }

    public FrameBox? AvatarBox { get; init; }

    public double? MinSharpness { get; init; }

    public double? MinAvatarScore { get; init; }

    /// <summary>Since when its checks may not ask the provider; null while they may.</summary>
    public DateTimeOffset? ChecksWaitSince { get; init; }

    /// <summary>The span in which it was asked for: what a webhook sets off goes on in its scene's trace. Null where nobody traces.</summary>
    public string? TraceContext { get; init; }

    /// <summary>How many attempts the theme's models allow in all; null in rows that are older than this column.</summary>
    public int? AttemptLimit { get; init; }
}
