using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Operations.Audit;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Scenes.Orders;

/// <summary>The verbs by which a scene records that an operator has told it what to do: in the transaction in which it does.</summary>
internal static class OrderSteps
{
    public static EventActivityBinder<SceneState, T> NoteOrder<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.ThenAsync(context => NoteAsync(context, machine));

    public static EventActivityBinder<SceneState> NoteOrder(
        this EventActivityBinder<SceneState> binder, SceneStateMachine machine)
        => binder.ThenAsync(context => NoteAsync(context, machine));

    private static async Task NoteAsync(BehaviorContext<SceneState> context, SceneStateMachine machine)
    {
        if (!context.ReceiveContext.TryGetPayload(out OperatorOrder? order))
        {
            return;
        }

        // The same order may have come twice at once.
        var database = context.GetPayload<SceneDbContext>();
        if (!await database.OperatorActions.AnyAsync(action => action.Key == order.Key, context.CancellationToken))
        {
            var now = machine.Timers.Now;
            context.Saga.Note(
                now, $"An operator ({order.Who}) ordered '{order.Action}': {order.Reason}", TimelineKinds.Operator);
            database.Add(OperatorAction.Of(order, now));
        }
    }
}
