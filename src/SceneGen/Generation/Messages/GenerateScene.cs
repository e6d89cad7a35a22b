using SceneGen.Contracts;

namespace SceneGen.Generation.Messages;

/// <summary>Command: have the provider begin this attempt's picture, unless it has begun already.</summary>
public sealed record GenerateScene
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required string AvatarUrl { get; init; }

    /// <summary>What was seen of the avatar; null before it was looked at.</summary>
    public AvatarPicture? Picture { get; init; }

    /// <summary>How often in a row the avatar's host did not answer.</summary>
    public int AvatarMisses { get; init; }

    public AvatarDescription? Avatar { get; init; }

    public required string Theme { get; init; }

    /// <summary>Whose scenes of one theme all have the same label; null in commands of an older version.</summary>
    public string? SessionId { get; init; }

    public int? Seed { get; init; }

    /// <summary>What the scene has cost so far, in US dollars.</summary>
    public decimal Spent { get; init; }

    public required DateTimeOffset Deadline { get; init; }

    /// <summary>An earlier run may have paid for a picture that can still be had; it is looked for before one is bought.</summary>
    public bool ReusesPaid { get; init; }

    /// <summary>Whether this attempt's command has gone out before.</summary>
    public bool IsRepeat { get; init; }
}
