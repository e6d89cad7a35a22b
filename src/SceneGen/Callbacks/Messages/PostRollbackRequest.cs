using SceneGen.Contracts;

namespace SceneGen.Callbacks.Messages;

/// <summary>Command: post a request to roll an avatar back to <c>Compensation:CallbackUrl</c>.</summary>
public sealed record PostRollbackRequest
{
    public required AvatarRollbackRequested Request { get; init; }

    /// <summary>Counts the scene's requests from 1; a later one stands for those before it.</summary>
    public required int Number { get; init; }

    /// <summary>How often this one was posted in vain.</summary>
    public int Misses { get; init; }
}
