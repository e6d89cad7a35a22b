namespace SceneGen.Web.Ops.Orders;

/// <summary>The body of POST /api/ops/sweep.</summary>
internal sealed record SweepRequest
{
    /// <summary>Only to see what would be done.</summary>
    public bool DryRun { get; init; }

    public string? Reason { get; init; }
}
