using SceneGen.Contracts;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>The body of POST /api/ops/scenes/{id}/rollback/done: what was done to the avatar by hand.</summary>
internal sealed record SettleRollbackOrder
{
    public RollbackOutcome? Outcome { get; init; }

    public string? Reason { get; init; }
}
