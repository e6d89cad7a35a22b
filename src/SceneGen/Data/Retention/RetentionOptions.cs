using SceneGen.Settings;

namespace SceneGen.Data.Retention;

/// <summary>How long what is no longer needed is remembered; section <c>Retention</c>. Files: see section <c>Storage</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>Timelines of scenes that have ended. Default 90d; 1h to 3650d.</summary>
    [DurationRange("1h", "3650d")]
    public TimeSpan Timelines { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What was asked of the provider for scenes that have ended. Default 90d; 1d to 3650d.</summary>
    [DurationRange("1d", "3650d")]
    public TimeSpan Intents { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The ids of webhooks that came in, by which one that comes twice is known. Default 1d; 1d to 30d.</summary>
    [DurationRange("1d", "30d")]
    public TimeSpan WebhookIds { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Which avatar and prompt the provider flagged together. Default 90d; 1h to 3650d.</summary>
    [DurationRange("1h", "3650d")]
    public TimeSpan Flags { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What came of painting an avatar with a harmless prompt. Default 90d; 1h to 3650d.</summary>
    [DurationRange("1h", "3650d")]
    public TimeSpan Verdicts { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Scenes whose theme was never chosen; then they are deleted. Default 30d; 1h to 3650d.</summary>
    [DurationRange("1h", "3650d")]
    public TimeSpan AbandonedScenes { get; set; } = TimeSpan.FromDays(30);

    /// <summary>That a scene was deleted, so that what comes late for it is known. Default 400d; 8d to 3650d.</summary>
    [DurationRange("8d", "3650d")]
    public TimeSpan Tombstones { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Callbacks that were taken or given up, by which they can be replayed. Default 30d; 1h to 3650d.</summary>
    [DurationRange("1h", "3650d")]
    public TimeSpan Callbacks { get; set; } = TimeSpan.FromDays(30);

    /// <summary>What operators did, when and why. Default 400d; 1d to 3650d.</summary>
    [DurationRange("1d", "3650d")]
    public TimeSpan OperatorActions { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Revoked API keys, erased sessions, and the keys that sessions were signed with. Default 400d; 300d to 3650d, for a session may be signed for half a year by a key of three months.</summary>
    [DurationRange("300d", "3650d")]
    public TimeSpan Access { get; set; } = TimeSpan.FromDays(400);

    /// <summary>
    /// What was answered to requests with an idempotency key, which get the same answer again. Default 7d; 1h to 90d.
    /// </summary>
    [DurationRange("1h", "90d")]
    public TimeSpan IdempotencyKeys { get; set; } = TimeSpan.FromDays(7);
}
