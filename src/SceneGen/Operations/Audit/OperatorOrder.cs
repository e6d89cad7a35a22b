namespace SceneGen.Operations.Audit;

/// <summary>What an operator wants done, on its way to where it is done and recorded.</summary>
internal sealed record OperatorOrder
{
    /// <summary>The same order has the same key, however often it comes.</summary>
    public required Guid Key { get; init; }

    public required string Who { get; init; }

    /// <summary>Such as <c>scene.cancel</c>; see <see cref="OperatorActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>Null where the service as a whole is meant.</summary>
    public string? TargetId { get; init; }

    public string? Reason { get; init; }

    /// <summary>What else was asked for, as a small JSON object.</summary>
    public string? Details { get; init; }
}
