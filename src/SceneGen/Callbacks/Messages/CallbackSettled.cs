namespace SceneGen.Callbacks.Messages;

/// <summary>Event: a callback was taken, or is posted no more.</summary>
public sealed record CallbackSettled
{
    public required Guid SceneId { get; init; }

    /// <summary>Of the callback, such as <c>scene.ready</c>.</summary>
    public required string Type { get; init; }

    public required bool IsTaken { get; init; }

    /// <summary>What came of the last post.</summary>
    public required string Outcome { get; init; }
}
