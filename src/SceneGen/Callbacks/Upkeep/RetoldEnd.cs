using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Links;

namespace SceneGen.Callbacks.Upkeep;

/// <summary>The event by which a scene came to its state, put together from the row once more.</summary>
internal static class RetoldEnd
{
    /// <summary>By state, the events of which one tells of it.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Types = new Dictionary<string, string[]>
    {
        [nameof(SceneStateMachine.Ready)] = [CallbackBody.TypeOf(typeof(SceneReady))],
        [nameof(SceneStateMachine.Failed)] =
            [CallbackBody.TypeOf(typeof(SceneFailed)), CallbackBody.TypeOf(typeof(SceneRolledBack))],
        [nameof(SceneStateMachine.RollingBack)] = [CallbackBody.TypeOf(typeof(SceneFailed))],
        [nameof(SceneStateMachine.RolledBack)] = [CallbackBody.TypeOf(typeof(SceneRolledBack))],
        [nameof(SceneStateMachine.Canceled)] = [CallbackBody.TypeOf(typeof(SceneCanceled))],
        [nameof(SceneStateMachine.Expired)] = [CallbackBody.TypeOf(typeof(SceneExpired))],
    };

    public static SceneCallback Of(SceneState scene, SceneLinks links, DateTimeOffset now)
    {
        var at = scene.StateEnteredAt ?? scene.UpdatedAt;
        return scene.CurrentState switch
        {
            nameof(SceneStateMachine.Ready) => Told(scene.ToSceneReady(links, at)),
            nameof(SceneStateMachine.Canceled) => Told(scene.ToSceneCanceled(at)),
            nameof(SceneStateMachine.Expired) => Told(scene.ToSceneExpired(at)),
            nameof(SceneStateMachine.RolledBack) => Told(scene.ToSceneRolledBack(RollbackOutcome.RolledBack, at)),
            nameof(SceneStateMachine.Failed) when scene.RollbackRequestedAt is not null => Told(
                scene.ToSceneRolledBack(RollbackOutcome.Refused, at)),
            nameof(SceneStateMachine.Failed) => Told(scene.ToSceneFailed(RollbackDecision.Keep, at)),
            _ => Told(scene.ToSceneFailed(RollbackDecision.Request, at)),
        };

        SceneCallback Told<TMessage>(TMessage message)
            where TMessage : class
            => SceneCallback.Of(scene.CorrelationId, message, at, now);
    }
}
