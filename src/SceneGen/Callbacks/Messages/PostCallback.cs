namespace SceneGen.Callbacks.Messages;

/// <summary>Command: post an event of a scene to the address its caller gave.</summary>
public sealed record PostCallback
{
    public required Guid CallbackId { get; init; }

    /// <summary>How often it had been posted when this was sent: a command that comes late or twice does nothing.</summary>
    public required int Tries { get; init; }
}
