using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Scenes.Callers;

/// <summary>How a new scene learns that its session was erased: in its own transaction, and by no clock but its avatar's.</summary>
internal static partial class ErasureSteps
{
    /// <summary>
    /// An avatar that was made before its session was erased brings nobody back: its scene is deleted as soon as it is
    /// there. What an erasure does not see, as it is taken in at the same moment, is taken back by the number it is kept with.
    /// </summary>
    public static EventActivityBinder<SceneState, T> MeetErasure<T>(
        this EventActivityBinder<SceneState, T> binder,
        SceneStateMachine machine,
        Func<T, AvatarGenerated> avatarOf,
        Func<EventActivityBinder<SceneState, T>, EventActivityBinder<SceneState, T>> live)
        where T : class
        => binder
            .ThenAsync(context => context.NoteErasureAsync(avatarOf(context.Message), machine))
            .IfElse(
                context => context.Saga.ErasedAt is null,
                live,
                late => late.TransitionTo(machine.Canceled));

    private static async Task NoteErasureAsync<T>(
        this BehaviorContext<SceneState, T> context, AvatarGenerated avatar, SceneStateMachine machine)
        where T : class
    {
        var scene = context.Saga;
        if (context.ReceiveContext.TryGetPayload(out CallerRequest? caller) && caller.ConfinedTo == avatar.SessionId)
        {
            // An erasure that came between the caller's admission and this has a higher number.
            scene.SessionErasures = caller.LastErasure;
            return;
        }

        var hash = SessionMark.HashOf(avatar.SessionId);
        var erasure = await context.GetPayload<SceneDbContext>().SessionErasures.AsNoTracking()
            .Where(known => known.Sha256 == hash)
            .Select(known => new { known.Number, known.AskedAt, IsOver = known.SessionId == null })
            .SingleOrDefaultAsync(context.CancellationToken);
        scene.SessionErasures = erasure?.Number ?? 0;
        if (avatar.GeneratedAt <= erasure?.AskedAt)
        {
            // With the others of this session the mark goes, and with nobody where they are gone.
            scene.SessionErasures = erasure!.Number - 1;
            (scene.AvatarId, scene.SessionId) = (avatar.AvatarId, erasure.IsOver ? "" : SessionMark.Of(avatar.SessionId));
            scene.CreatedAt = machine.Timers.Now;
            scene.UpdatedAt = scene.CreatedAt;
            scene.ErasedAt = scene.CreatedAt;
            Log.CameTooLate(machine.Logger, scene.CorrelationId, avatar.AvatarId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Scene {SceneId} is deleted as it comes: avatar {AvatarId} was generated before its session was erased.")]
        public static partial void CameTooLate(ILogger logger, Guid sceneId, Guid avatarId);
    }
}
