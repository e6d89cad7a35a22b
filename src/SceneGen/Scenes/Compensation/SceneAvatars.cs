using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Failures;

namespace SceneGen.Scenes.Compensation;

/// <summary>The scenes of one avatar, as one of them meets the others: in its own transaction.</summary>
internal static class SceneAvatars
{
    private const string AnsweredHeader = "SceneGen-Answered-Scene";

    private static readonly string[] WithHope =
    [
        nameof(SceneStateMachine.AwaitingTheme),
        nameof(SceneStateMachine.Submitting),
        nameof(SceneStateMachine.Generating),
        nameof(SceneStateMachine.Storing),
        nameof(SceneStateMachine.Ready),
    ];

    /// <summary>
    /// What became of the avatar before this scene. A caller who is confined to a session meets its avatars and new ones,
    /// for a scene that fails would take another's along.
    /// </summary>
    public static async Task<AvatarStanding> MeetAvatarAsync(this SagaConsumeContext<SceneState> context)
    {
        var avatar = await context.LoadAvatarAsync();
        if (avatar.Version > 0
            && context.ReceiveContext.TryGetPayload(out CallerRequest? caller)
            && caller.ConfinedTo is { } session
            && !await context.HasSceneOfAsync(avatar, session))
        {
            throw new AvatarForeignException();
        }

        avatar.Version++;
        return avatar.Standing;
    }

    /// <summary>For a scene whose failure would take the avatar with it.</summary>
    public static async Task<RollbackDecision> ClaimRollbackAsync(this SagaConsumeContext<SceneState> context)
    {
        var avatar = await context.LoadAvatarAsync();

        // Also when nothing else changes: another scene that decides at this moment has to see this one's end.
        avatar.Version++;
        switch (avatar.Standing)
        {
            case AvatarStanding.RolledBack:
                return RollbackDecision.IsRolledBack;
            case AvatarStanding.Requested:
                return RollbackDecision.AwaitAnswer;
            default:
                if (await context.GetPayload<SceneDbContext>().WithHopeBeside(context.Saga)
                    .AnyAsync(context.CancellationToken))
                {
                    return RollbackDecision.KeepForOthers;
                }

                avatar.Standing = AvatarStanding.Requested;
                return RollbackDecision.Request;
        }
    }

    /// <summary>For a scene that waits for what is answered to another one. Where none of them asks any more, this one does.</summary>
    public static async Task<RollbackDecision> ReadAnswerAsync(this SagaConsumeContext<SceneState> context)
    {
        var avatar = await context.LoadAvatarAsync();
        if (avatar.Standing is not AvatarStanding.Requested)
        {
            return avatar.Standing is AvatarStanding.RolledBack ? RollbackDecision.IsRolledBack : RollbackDecision.Keep;
        }

        var (avatarId, sceneId) = (avatar.AvatarId, context.Saga.CorrelationId);
        if (await context.GetPayload<SceneDbContext>().Scenes.AnyAsync(
            other => other.AvatarId == avatarId
                && other.CorrelationId != sceneId
                && other.CurrentState == nameof(SceneStateMachine.RollingBack)
                && other.RollbackRequests > 0,
            context.CancellationToken))
        {
            return RollbackDecision.AwaitAnswer;
        }

        // Of several who find that out at once, one asks.
        avatar.Version++;
        return RollbackDecision.Request;
    }

    /// <summary>The answer that this scene has waited for.</summary>
    public static async Task SettleAvatarAsync(this SagaConsumeContext<SceneState> context, AvatarStanding standing)
    {
        var avatar = await context.LoadAvatarAsync();
        avatar.Version++;
        avatar.Standing = standing;
    }

    /// <summary>Tells the avatar's other scenes that wait for it what was answered to this one.</summary>
    public static async Task PassOnAsync<T>(this ConsumeContext<T> context, SceneState scene, Func<T, Guid, T> addressedTo)
        where T : class
    {
        var database = context.GetPayload<SceneDbContext>();
        var waiting = await database.Scenes
            .Where(other => other.AvatarId == scene.AvatarId
                && other.CorrelationId != scene.CorrelationId
                && other.CurrentState == nameof(SceneStateMachine.RollingBack))
            .Select(other => other.CorrelationId)
            .ToListAsync(context.CancellationToken);
        foreach (var other in waiting)
        {
            await context.Send(
                Queues.Scenes,
                addressedTo(context.Message, other),
                sent => sent.Headers.Set(AnsweredHeader, scene.CorrelationId.ToString()));
        }
    }

    /// <summary>The scene that the answer named, where it was passed on by that one.</summary>
    public static Guid? AnsweredScene(this ConsumeContext context)
        => Guid.TryParse(context.Headers.Get<string>(AnsweredHeader), out var scene) ? scene : null;

    /// <summary>The avatar's other scenes that are ready or may still be.</summary>
    public static IQueryable<SceneState> WithHopeBeside(this SceneDbContext database, SceneState scene)
    {
        var (avatarId, sceneId) = (scene.AvatarId, scene.CorrelationId);
        return database.Scenes.Where(other => other.AvatarId == avatarId
            && other.CorrelationId != sceneId
            && other.ErasedAt == null
            && WithHope.Contains(other.CurrentState));
    }

    /// <summary>Also one that the session has deleted.</summary>
    private static Task<bool> HasSceneOfAsync(
        this SagaConsumeContext<SceneState> context, SceneAvatar avatar, string session)
    {
        string[] names = [session, SessionMark.Of(session)];
        return context.GetPayload<SceneDbContext>().Scenes.AnyAsync(
            scene => scene.AvatarId == avatar.AvatarId && names.Contains(scene.SessionId), context.CancellationToken);
    }

    private static async Task<SceneAvatar> LoadAvatarAsync(this SagaConsumeContext<SceneState> context)
    {
        var database = context.GetPayload<SceneDbContext>();
        var id = context.Saga.AvatarId;
        if (await database.FindAvatarAsync(id, context.CancellationToken) is { } known)
        {
            return known;
        }

        var avatar = new SceneAvatar { AvatarId = id };
        database.Add(avatar);
        return avatar;
    }
}
