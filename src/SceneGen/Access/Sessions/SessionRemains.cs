using SceneGen.Data;
using SceneGen.Scenes;

namespace SceneGen.Access.Sessions;

/// <summary>The scenes that an erasure still has to see to; one whose avatar is being rolled back waits for the answer.</summary>
internal static class SessionRemains
{
    public static IQueryable<SceneState> RemainsOf(this SceneDbContext database, string sessionId, int number)
        => database.Scenes.Where(scene => scene.SessionId == sessionId
            && scene.ErasedAt == null
            && scene.SessionErasures < number
            && scene.CurrentState != nameof(SceneStateMachine.RollingBack));

    /// <summary>The erasures that have any.</summary>
    public static IQueryable<SessionErasure> WithRemains(this SceneDbContext database)
        => database.SessionErasures.Where(erasure => database.Scenes.Any(scene => scene.SessionId == erasure.SessionId
            && scene.ErasedAt == null
            && scene.SessionErasures < erasure.Number
            && scene.CurrentState != nameof(SceneStateMachine.RollingBack)));
}
