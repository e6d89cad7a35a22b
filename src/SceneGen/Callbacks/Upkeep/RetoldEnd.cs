using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;

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

    public static SceneCallback Of(SceneState scene, SceneStateMachine machine, DateTimeOffset now)
    {
        var (id, at) = (scene.CorrelationId, scene.StateEnteredAt ?? scene.UpdatedAt);
        var (session, avatar) = (scene.SessionId, scene.AvatarId);
        return scene.CurrentState switch
        {
            nameof(SceneStateMachine.Ready) => Told(scene.ToSceneReady(machine) with { ReadyAt = at }),
            nameof(SceneStateMachine.Canceled) => Told(
                new SceneCanceled { SceneId = id, SessionId = session, AvatarId = avatar, At = at }),
            nameof(SceneStateMachine.Expired) => Told(
                new SceneExpired { SceneId = id, SessionId = session, AvatarId = avatar, At = at }),
            nameof(SceneStateMachine.RolledBack) => Told(RolledBack(scene, RollbackOutcome.RolledBack, at)),
            nameof(SceneStateMachine.Failed) when scene.RollbackRequestedAt is not null => Told(
                RolledBack(scene, RollbackOutcome.Refused, at)),
            nameof(SceneStateMachine.Failed) => Told(
                scene.ToSceneFailed(machine, RollbackDecision.Keep) with { FailedAt = at }),
            _ => Told(scene.ToSceneFailed(machine, RollbackDecision.Request) with { FailedAt = at }),
        };

        SceneCallback Told<TMessage>(TMessage message)
            where TMessage : class
            => SceneCallback.Of(id, message, at, now);
    }

    private static SceneRolledBack RolledBack(SceneState scene, RollbackOutcome outcome, DateTimeOffset at) => new()
    {
        SceneId = scene.CorrelationId,
        SessionId = scene.SessionId,
        AvatarId = scene.AvatarId,
        Outcome = outcome,
        At = at,
    };
}
