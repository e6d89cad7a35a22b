using MassTransit;
using SceneGen.Callbacks.Messages;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Scenes;

/// <summary>The verbs by which a scene says something to everybody: on the bus, and to whom its caller named.</summary>
internal static class CallbackSteps
{
    public static EventActivityBinder<SceneState, T> Announce<T, TMessage>(
        this EventActivityBinder<SceneState, T> binder, Func<BehaviorContext<SceneState, T>, TMessage> say)
        where T : class
        where TMessage : class
        => binder.ThenAsync(async context =>
        {
            var message = say(context);
            await context.Publish(message);
            if (context.Saga.CallbackUrl is not null)
            {
                await context.PostAsync(message);
            }
        });

    /// <summary>What came of a callback in the end.</summary>
    public static EventActivityBinder<SceneState, CallbackSettled> NoteCallback(
        this EventActivityBinder<SceneState, CallbackSettled> binder)
        => binder.Then(context => context.Note(
            context.Message.IsTaken ? TimelineCodes.CallbackTaken : TimelineCodes.CallbackGivenUp,
            new TimelineFacts { Event = context.Message.Type, Code = context.Message.Outcome }));

    private static Task PostAsync<T, TMessage>(this BehaviorContext<SceneState, T> context, TMessage message)
        where T : class
        where TMessage : class
    {
        var now = context.Now();
        var callback = SceneCallback.Of(context.Saga.CorrelationId, message, now, now);
        context.GetPayload<SceneDbContext>().Add(callback);
        return context.Send(Queues.PostCallback, new PostCallback { CallbackId = callback.Id, Tries = 0 });
    }
}
