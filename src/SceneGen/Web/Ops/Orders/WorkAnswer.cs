namespace SceneGen.Web.Ops.Orders;

/// <summary>What came of a work; the report is null where the same order was carried out before.</summary>
internal sealed record WorkAnswer<T>(T? Report, OperatorActionResource Action, bool AlreadyDone)
    where T : class;
