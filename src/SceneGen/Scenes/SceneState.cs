using MassTransit;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Scenes;

/// <summary>One scene's row: flat, and written only by <see cref="SceneStateMachine"/>.</summary>
public sealed class SceneState : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    public Guid AvatarId { get; set; }

    public string SessionId { get; set; } = "";

    public string AvatarUrl { get; set; } = "";

    public AvatarKind? AvatarKind { get; set; }

    public string? AvatarName { get; set; }

    public string? AvatarDescription { get; set; }

    public string? Theme { get; set; }

    public int? ThemeVersion { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>
    /// Set when the scene was deleted; nothing personal is left in the row then, which no longer names its session.
    /// </summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Counts the user's retries from 1; 0 while no theme is known.</summary>
    public int Run { get; set; }

    /// <summary>Counts the attempts of this run from 1.</summary>
    public int Attempt { get; set; }

    public int AttemptLimit { get; set; }

    /// <summary>The seed the caller asked for; retries derive their own.</summary>
    public int? RequestedSeed { get; set; }

    public string? PredictionId { get; set; }

    public string? Model { get; set; }

    public string? Prompt { get; set; }

    public int? Seed { get; set; }

    /// <summary>A secret for about an hour; kept only while Storing.</summary>
    public string? OutputUrl { get; set; }

    public string? ImageSha256 { get; set; }

    public string? ThumbnailSha256 { get; set; }

    public string? ImageContentType { get; set; }

    public int? ImageWidth { get; set; }

    public int? ImageHeight { get; set; }

    public long? ImageBytes { get; set; }

    public string? FailureCode { get; set; }

    public SceneFault? FailureFault { get; set; }

    public string? RollbackRefusal { get; set; }

    public DateTimeOffset? RollbackRequestedAt { get; set; }

    public int RollbackRequests { get; set; }

    public DateTimeOffset? ThemeWaitEndsAt { get; set; }

    public DateTimeOffset? DeadlineAt { get; set; }

    /// <summary>How often the command of the present step has gone out.</summary>
    public int StepSends { get; set; }

    public Guid? ThemeWaitToken { get; set; }

    public Guid? DeadlineToken { get; set; }

    public Guid? StepToken { get; set; }

    public Guid? RollbackToken { get; set; }

    /// <summary>The sequence of the newest timeline entry.</summary>
    public int TimelineSequence { get; set; }

    /// <summary>What the provider has billed for this scene, in US dollars.</summary>
    public decimal Cost { get; set; }

    /// <summary>What the running prediction costs, should it be canceled.</summary>
    public decimal? AttemptPrice { get; set; }

    /// <summary>Of the theme's file that the picture was asked by.</summary>
    public string? ThemeHash { get; set; }

    public string? ThemeLabel { get; set; }

    /// <summary>As the provider names it.</summary>
    public string? ModelVersion { get; set; }

    /// <summary>Where the theme placed the avatar.</summary>
    public FrameBox? AvatarBox { get; set; }

    public double? MinSharpness { get; set; }

    public double? MinAvatarScore { get; set; }

    /// <summary>Of the avatar's bytes; null before they were looked at.</summary>
    public string? AvatarSha256 { get; set; }

    public int? AvatarWidth { get; set; }

    public int? AvatarHeight { get; set; }

    public long? AvatarBytes { get; set; }

    /// <summary>The dominant ones as <c>#rrggbb</c> with commas between, the most frequent first.</summary>
    public string? AvatarColours { get; set; }

    /// <summary>Where the provider has the avatar's bytes, for a day; null where it fetches them itself.</summary>
    public string? AvatarFileUrl { get; set; }

    public DateTimeOffset? AvatarFileExpiresAt { get; set; }

    /// <summary>How often in a row the avatar's host did not answer.</summary>
    public int AvatarMisses { get; set; }

    /// <summary>Null: the picture's.</summary>
    public string? ThumbnailContentType { get; set; }

    /// <summary>Of the 960x540 thumbnail.</summary>
    public string? LargeThumbnailSha256 { get; set; }

    public string? Blurhash { get; set; }

    public double? Sharpness { get; set; }

    public double? AvatarScore { get; set; }

    /// <summary>A picture was refused as too poor; that happens to a scene once at most.</summary>
    public bool QualityMissed { get; set; }

    /// <summary>When the picture was kept; null in rows that are older than this column.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>When the provider removes the picture that is being stored; null where it is not known.</summary>
    public DateTimeOffset? OutputExpiresAt { get; set; }

    /// <summary>When the operator was asked to see to a rollback that nobody answers.</summary>
    public DateTimeOffset? RollbackCaseAt { get; set; }

    /// <summary>When the present state was entered; null in rows that are older than this column.</summary>
    public DateTimeOffset? StateEnteredAt { get; set; }

    /// <summary>The gate, or the budget, at which the scene waits to ask for its picture.</summary>
    public string? WaitsFor { get; set; }

    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>The first attempt of this run looks for a picture that an earlier run has paid for, before it buys one.</summary>
    public bool ReusesPaid { get; set; }

    /// <summary>Who asked for its last run, where quotas hold: an API key's name, or what stands for all sessions.</summary>
    public string? AskedBy { get; set; }

    /// <summary>Where the scene's events are posted; a secret, as it may hold a token.</summary>
    public string? CallbackUrl { get; set; }

    /// <summary>When its last run began; null before the first, and in rows that are older than this column.</summary>
    public DateTimeOffset? RunBeganAt { get; set; }

    /// <summary>What it had cost before the day, in UTC, on which its last run began.</summary>
    public decimal CostBeforeDay { get; set; }

    /// <summary>The number of its session's last erasure when the scene was taken in; 0 for none.</summary>
    public int SessionErasures { get; set; }

    /// <summary>Of a deleted scene: when it was seen that nothing but this row is left of it.</summary>
    public DateTimeOffset? TracesErasedAt { get; set; }

    /// <summary>
    /// The API key that named <see cref="CallbackUrl"/>, whose secret signs what is posted there; null for the service's own
    /// secret: without keys, and in rows that are older than this column.
    /// </summary>
    public string? CallbackCaller { get; set; }

    /// <summary>Entries to add; never loaded with the scene.</summary>
    public ICollection<SceneTimelineEntry> NewTimelineEntries { get; } = [];
}
