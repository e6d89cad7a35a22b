namespace SceneGen.Operations.Audit;

/// <summary>Something an operator did: a row that is written with what it tells of, and never changed by another action.</summary>
public sealed class OperatorAction
{
    internal const string Done = "done";

    /// <summary>There was nothing to change.</summary>
    internal const string Unchanged = "unchanged";

    /// <summary>It takes a while, or was cut short.</summary>
    internal const string Begun = "begun";

    internal const string Failed = "failed";

    /// <summary>Counts up: a later action has a higher one.</summary>
    public long Id { get; set; }

    public Guid Key { get; set; }

    public DateTimeOffset At { get; set; }

    public string Who { get; set; } = "";

    public string Action { get; set; } = "";

    public string TargetKind { get; set; } = "";

    public string? TargetId { get; set; }

    public string? Reason { get; set; }

    public string Outcome { get; set; } = Done;

    /// <summary>A small JSON object.</summary>
    public string? Details { get; set; }

    internal static OperatorAction Of(OperatorOrder order, DateTimeOffset now, string outcome = Done) => new()
    {
        Key = order.Key,
        At = now,
        Who = order.Who,
        Action = order.Action,
        TargetKind = OperatorActions.KindOf(order.Action),
        TargetId = order.TargetId,
        Reason = order.Reason,
        Outcome = outcome,
        Details = order.Details,
    };

    /// <summary>The same order once more, of one that was cut short.</summary>
    internal OperatorAction Again(OperatorOrder order, DateTimeOffset now)
    {
        (At, Reason, Details) = (now, order.Reason, order.Details);
        return this;
    }
}
