namespace SceneGen.Web.Ops.Callbacks;

/// <summary>The body of POST /api/ops/callbacks/replay.</summary>
internal sealed record CallbackReplayRequest
{
    /// <summary>An empty one means all.</summary>
    public CallbackFilter? Filter { get; init; }

    public string? Reason { get; init; }
}
