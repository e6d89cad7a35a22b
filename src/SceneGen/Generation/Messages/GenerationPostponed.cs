using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Messages;

/// <summary>Event: the provider or the avatar's host cannot be asked just now; this uses up no attempt.</summary>
public sealed record GenerationPostponed
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required TimeSpan Wait { get; init; }

    /// <summary>What was seen of the avatar; null where it was not looked at.</summary>
    public AvatarPicture? Picture { get; init; }

    /// <summary>How often in a row the avatar's host did not answer.</summary>
    public int AvatarMisses { get; init; }

    /// <summary>The gate, or the budget, that it waits at; null where it waits for something else.</summary>
    public string? Gate { get; init; }

    /// <summary>Why that is closed.</summary>
    public string? GateReason { get; init; }

    /// <summary>What happened on the way, for the timeline; none in events of an older version.</summary>
    public IReadOnlyList<Happened> Happened { get; init; } = [];
}
