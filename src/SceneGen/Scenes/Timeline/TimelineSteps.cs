using MassTransit;
using SceneGen.Generation.Messages;

namespace SceneGen.Scenes.Timeline;

/// <summary>The verbs by which a scene's steps are told.</summary>
internal static class TimelineSteps
{
    /// <summary>A step's command goes out. One that goes out because the scene had to wait is no repetition.</summary>
    public static EventActivityBinder<SceneState, T> CountSend<T>(this EventActivityBinder<SceneState, T> binder)
        where T : class
        => binder.Then(context =>
        {
            context.Saga.StepSends++;
            if (context.Saga is { StepSends: > 1, WaitsFor: null })
            {
                context.Note(TimelineCodes.StepRepeated, new TimelineFacts { Sends = context.Saga.StepSends });
            }
        });

    public static EventActivityBinder<SceneState, GenerationPostponed> NotePostponement(
        this EventActivityBinder<SceneState, GenerationPostponed> binder)
        => binder.Then(context =>
        {
            var (scene, message, now) = (context.Saga, context.Message, context.Now());
            if (message.Gate is not { } gate)
            {
                scene.GoOn(now, message.Happened, message.Attempt);
                return;
            }

            scene.Note(now, message.Happened, message.Attempt);
            scene.WaitAt(now, gate, message.GateReason, message.Wait);
        });
}
