namespace SceneGen.Web.Ops.Orders;

/// <summary>What operators did, the last first; <see cref="Next"/> is where the next page starts.</summary>
internal sealed record OperatorActionPage(IReadOnlyList<OperatorActionResource> Items, long? Next);
