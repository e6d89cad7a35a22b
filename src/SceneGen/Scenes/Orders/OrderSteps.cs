using MassTransit;
using SceneGen.Data;
using SceneGen.Operations.Audit;

namespace SceneGen.Scenes.Orders;

/// <summary>The verbs by which a scene records that an operator has told it what to do: in the transaction in which it does.</summary>
internal static class OrderSteps
{
    public static EventActivityBinder<SceneState, T> NoteOrder<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Then(context => Note(context, machine));

    public static EventActivityBinder<SceneState> NoteOrder(
        this EventActivityBinder<SceneState> binder, SceneStateMachine machine)
        => binder.Then(context => Note(context, machine));

    private static void Note(BehaviorContext<SceneState> context, SceneStateMachine machine)
    {
        if (context.ReceiveContext.TryGetPayload(out OperatorOrder? order))
        {
            var now = machine.Timers.Now;
            context.Saga.Note(now, $"An operator ({order.Who}) ordered '{order.Action}': {order.Reason}");
            context.GetPayload<SceneDbContext>().Add(OperatorAction.Of(order, now));
        }
    }
}
