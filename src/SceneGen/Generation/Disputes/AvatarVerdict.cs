using SceneGen.Contracts;

namespace SceneGen.Generation.Disputes;

/// <summary>What came of painting an avatar with a prompt that offends nobody.</summary>
public sealed record AvatarVerdict
{
    public required string AvatarHash { get; init; }

    /// <summary>The avatar, or, since it was painted, whichever theme it is flagged with.</summary>
    public required SceneFault Fault { get; init; }

    public required DateTimeOffset At { get; init; }
}
