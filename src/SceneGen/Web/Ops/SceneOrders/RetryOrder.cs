namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>The body of POST /api/ops/scenes/{id}/retry.</summary>
internal sealed record RetryOrder
{
    public RetryFrom? From { get; init; }

    public string? Reason { get; init; }
}
