using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Options;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>
/// An avatar is rolled back once, by one answer for all its scenes; while that is open somebody asks for it; and nobody has
/// a picture of an avatar that is gone.
/// </summary>
internal sealed class RollbacksAreAnswered(
    SceneDbContext database, IOptions<CompensationOptions> compensation, TimeProvider time) : IInvariant
{
    /// <summary>Longer than an answer takes from one scene to the others.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(10);

    public string Name => "I4";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        var scenes = database.Scenes.AsNoTracking().OrderBy(scene => scene.CorrelationId);
        var rollingBack = scenes.Where(scene => scene.CurrentState == nameof(SceneStateMachine.RollingBack));
        var rolledBack = scenes.Where(scene => scene.CurrentState == nameof(SceneStateMachine.RolledBack));
        await breaches.AddAsync(
            rolledBack.Concat(rollingBack).Where(scene => scene.ImageSha256 != null).Select(scene => scene.CorrelationId),
            scene => $"scene {scene} has a picture and a rollback");
        await breaches.AddAsync(
            rolledBack.Where(scene => database.Avatars.Any(
                avatar => avatar.AvatarId == scene.AvatarId && avatar.Standing != AvatarStanding.RolledBack))
                .Select(scene => scene.CorrelationId),
            scene => $"scene {scene} is rolled back, and its avatar is not");
        await breaches.AddAsync(
            scenes.Where(scene => scene.CurrentState == nameof(SceneStateMachine.Ready) && scene.ErasedAt == null)
                .Where(scene => database.Avatars.Any(
                    avatar => avatar.AvatarId == scene.AvatarId && avatar.Standing != AvatarStanding.Kept))
                .Select(scene => scene.CorrelationId),
            scene => $"scene {scene} has a picture, and its avatar is gone or asked for");
        await AddUnansweredAsync(breaches, rollingBack);
        var (answered, open) = (await rolledBack.CountAsync(cancellationToken), await rollingBack.CountAsync(cancellationToken));
        return breaches.With($"{answered} scenes rolled back, {open} wait for the answer");
    }

    private async Task AddUnansweredAsync(Breaches breaches, IQueryable<SceneState> rollingBack)
    {
        var (now, options) = (time.GetUtcNow(), compensation.Value);
        var settled = now - UnderWay;

        // An avatar without a row is older than the table of avatars.
        await breaches.AddAsync(
            rollingBack.Where(scene => scene.UpdatedAt < settled && database.Avatars.Any(
                avatar => avatar.AvatarId == scene.AvatarId && avatar.Standing != AvatarStanding.Requested))
                .Select(scene => scene.CorrelationId),
            scene => $"scene {scene} waits for an answer that has come already");
        await breaches.AddAsync(
            database.Avatars.AsNoTracking()
                .Where(avatar => avatar.Standing == AvatarStanding.Requested && !database.Scenes.Any(
                    scene => scene.AvatarId == avatar.AvatarId
                        && scene.CurrentState == nameof(SceneStateMachine.RollingBack)
                        && scene.RollbackRequests > 0))
                .OrderBy(avatar => avatar.AvatarId)
                .Select(avatar => avatar.AvatarId),
            avatar => $"avatar {avatar} is to be rolled back, and no scene asks for it");
        var givenUp = now - options.GiveUpAfter - options.Max - UnderWay;
        await breaches.AddAsync(
            rollingBack.Where(scene => scene.RollbackRequests > 0
                && scene.RollbackCaseAt == null
                && scene.RollbackRequestedAt < givenUp)
                .Select(scene => scene.CorrelationId),
            scene => $"nobody answers scene {scene}, and no operator was asked to see to it");
    }
}
