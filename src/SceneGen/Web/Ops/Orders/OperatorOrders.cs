using SceneGen.Operations.Audit;
using SceneGen.Scenes.Correlation;
using SceneGen.Web.Http;

namespace SceneGen.Web.Ops.Orders;

/// <summary>Makes orders of requests.</summary>
internal static class OperatorOrders
{
    public static OperatorOrder OrderOf(
        this HttpContext http, string action, string? reason, string? target = null, string? details = null)
        => new()
        {
            Key = Guid.CreateVersion7(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()),
            Who = Caller.NameOf(http),
            Action = action,
            TargetId = target,
            Reason = reason,
            Details = details,
        };

    /// <summary>With a key that the caller has given it, the same order is carried out once.</summary>
    public static OperatorOrder KeyedOrderOf(
        this HttpContext http, string action, string? reason, string? target = null, string? details = null)
    {
        var order = http.OrderOf(action, reason, target, details);
        return IdempotencyKey.Of(http) is { } given
            ? order with { Key = SceneIds.Named($"order/{order.Who}/{action}/{target}/{given}") }
            : order;
    }
}
