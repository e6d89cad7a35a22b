using SceneGen.Scenes.Compensation;
using SceneGen.Web.Ops.Orders;

namespace SceneGen.Web.Ops.Scenes;

/// <summary>All that helps an operator to understand a scene; nothing that opens a door, and of an erased one nothing personal.</summary>
internal sealed record OperatorScene
{
    public required OperatorSceneSummary Scene { get; init; }

    public DateTimeOffset? ErasedAt { get; init; }

    public required AvatarPart Avatar { get; init; }

    public required RunPart Run { get; init; }

    public required RollbackPart Rollback { get; init; }

    public ImagePart? Image { get; init; }

    public required IReadOnlyList<Purchase> Purchases { get; init; }

    public required IReadOnlyList<Timer> Timers { get; init; }

    public required IReadOnlyList<File> Files { get; init; }

    /// <summary>The last ones.</summary>
    public required IReadOnlyList<OperatorActionResource> Actions { get; init; }

    /// <summary>The address is a stranger's and may hold a secret: only its host is shown.</summary>
    internal sealed record AvatarPart(
        Guid Id, string? Host, AvatarStanding Standing, string? Sha256, int? Width, int? Height, int Misses,
        IReadOnlyList<Sibling> OtherScenes);

    internal sealed record Sibling(Guid Id, string State);

    internal sealed record RunPart
    {
        public required int AttemptLimit { get; init; }

        public required int StepSends { get; init; }

        public bool ReusesPaid { get; init; }

        public DateTimeOffset? ThemeWaitEndsAt { get; init; }

        public DateTimeOffset? DeadlineAt { get; init; }

        public int? ThemeVersion { get; init; }

        public string? ThemeHash { get; init; }

        public string? ThemeLabel { get; init; }

        public string? PredictionId { get; init; }

        public string? ModelVersion { get; init; }

        public string? Prompt { get; init; }

        public int? Seed { get; init; }

        public int? RequestedSeed { get; init; }

        /// <summary>What the running prediction costs, should it be canceled; US dollars.</summary>
        public decimal? AttemptPrice { get; init; }

        /// <summary>When the provider removes the painted picture.</summary>
        public DateTimeOffset? OutputExpiresAt { get; init; }

        public bool QualityMissed { get; init; }
    }

    internal sealed record RollbackPart(DateTimeOffset? RequestedAt, int Requests, string? Refusal, DateTimeOffset? CaseAt);

    internal sealed record ImagePart(string Sha256, long? Bytes, DateTimeOffset? ReadyAt, double? Sharpness, double? AvatarScore);

    /// <summary>An attempt's purchase; <see cref="State"/> is <c>asked</c>, <c>unanswered</c> or <c>bought</c>, the price in US dollars.</summary>
    internal sealed record Purchase(int Run, int Attempt, string State, string Model, DateTimeOffset AskedAt)
    {
        public string? PredictionId { get; init; }

        public decimal? Price { get; init; }

        public DateTimeOffset LeaseEndsAt { get; init; }

        public int Checks { get; init; }

        public string? FailedBy { get; init; }
    }

    internal sealed record Timer(string Name, DateTimeOffset DueAt);

    internal sealed record File(int Run, int Attempt, string Sha256, string Extension, long? Bytes);
}
