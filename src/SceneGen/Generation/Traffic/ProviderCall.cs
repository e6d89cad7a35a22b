using SceneGen.Generation.Traffic.Pacing;

namespace SceneGen.Generation.Traffic;

/// <summary>A call that somebody wants to make of the provider.</summary>
internal sealed record ProviderCall(Ticket Ticket)
{
    /// <summary>The model that shall paint; null for any call but the creation of a prediction.</summary>
    public string? Model { get; init; }

    /// <summary>Which field of its input the avatar is to blame for.</summary>
    public string? AvatarField { get; init; }

    public bool IsCreate => Model is not null;
}
