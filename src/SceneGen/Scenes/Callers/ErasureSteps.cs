using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Scenes.Callers;

/// <summary>How a new scene learns that its session was erased: in its own transaction, and by no clock but its avatar's.</summary>
internal static class ErasureSteps
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
            .ThenAsync(context => context.NoteErasureAsync(avatarOf(context.Message), machine.Timers.Now))
            .IfElse(
                context => context.Saga.ErasedAt is null,
                live,
                late => late.TransitionTo(machine.Canceled));

    private static async Task NoteErasureAsync<T>(
        this BehaviorContext<SceneState, T> context, AvatarGenerated avatar, DateTimeOffset now)
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
            scene.CreatedAt = now;
            scene.UpdatedAt = now;
            scene.ErasedAt = now;
        }
    }
}
