using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Web.Http;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>What is to be done for an order, as the scene is now.</summary>
internal abstract record OrderPlan
{
    private OrderPlan()
    {
    }

    /// <summary>The scene is as the order wants it.</summary>
    public sealed record IsDone : OrderPlan;

    public sealed record Refuse(ProblemHttpResult Problem) : OrderPlan;

    public sealed record Tell(Func<SceneIntake, OperatorOrder, CancellationToken, Task> Message) : OrderPlan;

    public static OrderPlan Refused(string code)
        => new Refuse(Problems.Of(StatusCodes.Status409Conflict, code));

    public static OrderPlan Telling<T>(T message)
        where T : class
        => new Tell((intake, order, stop) => intake.TakeAsync(message, stop, order));
}
