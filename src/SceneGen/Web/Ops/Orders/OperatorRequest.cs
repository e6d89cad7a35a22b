namespace SceneGen.Web.Ops.Orders;

/// <summary>The body of an operator's action that needs nothing but a reason.</summary>
internal sealed record OperatorRequest
{
    public string? Reason { get; init; }
}
