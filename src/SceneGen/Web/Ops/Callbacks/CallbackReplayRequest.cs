namespace SceneGen.Web.Ops.Callbacks;

/// <summary>The body of POST /api/ops/callbacks/replay.</summary>
internal sealed record CallbackReplayRequest
{
    /// <summary>An empty one means all.</summary>
    public CallbackFilter? Filter { get; init; }

    /// <summary>The <c>next</c> of the answer to the order before: those after it.</summary>
    public string? Cursor { get; init; }

    public string? Reason { get; init; }
}
