using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Operations.Audit;
using SceneGen.Persistence.Outbox;
using SceneGen.Replicate.Models;
using SceneGen.Scenes;
using SceneGen.Scenes.Timers;
using SceneGen.Web.Ops.Orders;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Scenes;

/// <summary>Reads scenes for operators.</summary>
internal sealed class OperatorSceneReader(
    SceneDbContext database, OperatorAudit audit, ModelLibrary models, TimeProvider time)
{
    private const int MostSiblings = 50;
    private const int LastActions = 20;

    public async Task<OperatorScene?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var scene = await database.Scenes.AsNoTracking()
            .SingleOrDefaultAsync(one => one.CorrelationId == id, cancellationToken);
        if (scene is null)
        {
            return null;
        }

        var actions = await audit.ListAsync(id, after: null, LastActions, cancellationToken);
        return new OperatorScene
        {
            Scene = OperatorSceneSummary.Of(scene),
            ErasedAt = scene.ErasedAt,
            Avatar = await AvatarAsync(scene, cancellationToken),
            Run = OperatorSceneFields.RunOf(scene),
            Rollback = OperatorSceneFields.RollbackOf(scene),
            Image = OperatorSceneFields.ImageOf(scene),
            Purchases = await PurchasesAsync(id, cancellationToken),
            Timers = await TimersAsync(scene, cancellationToken),
            Files = await FilesAsync(id, cancellationToken),
            Actions = actions.ConvertAll(OperatorActionResource.Of),
        };
    }

    public async Task<OperatorSceneList> ListAsync(OperatorSceneQuery query, CancellationToken cancellationToken)
    {
        var found = await query.Apply(database.Scenes.AsNoTracking(), time.GetUtcNow())
            .OrderByDescending(scene => scene.CreatedAt)
            .ThenByDescending(scene => scene.CorrelationId)
            .Take(query.PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(query.PageSize).ToList();
        var next = found.Count > page.Count ? SceneCursor.After(page[^1]).ToString() : null;
        return new OperatorSceneList(page.ConvertAll(OperatorSceneSummary.Of), next);
    }

    private async Task<OperatorScene.AvatarPart> AvatarAsync(SceneState scene, CancellationToken cancellationToken)
    {
        var standing = await database.Avatars.AsNoTracking()
            .Where(avatar => avatar.AvatarId == scene.AvatarId)
            .Select(avatar => avatar.Standing)
            .FirstOrDefaultAsync(cancellationToken);
        var siblings = await database.Scenes.AsNoTracking()
            .Where(other => other.AvatarId == scene.AvatarId && other.CorrelationId != scene.CorrelationId)
            .OrderByDescending(other => other.CreatedAt)
            .Take(MostSiblings)
            .Select(other => new { other.CorrelationId, other.CurrentState })
            .ToListAsync(cancellationToken);
        return new OperatorScene.AvatarPart(
            scene.AvatarId,
            OperatorSceneFields.HostOf(scene.AvatarUrl),
            standing,
            scene.AvatarSha256,
            scene.AvatarWidth,
            scene.AvatarHeight,
            scene.AvatarMisses,
            siblings.ConvertAll(other => new OperatorScene.Sibling(
                other.CorrelationId, SceneStatus.OfState(other.CurrentState))));
    }

    private async Task<List<OperatorScene.Purchase>> PurchasesAsync(Guid id, CancellationToken cancellationToken)
    {
        var intents = await database.Intents.AsNoTracking()
            .Where(intent => intent.SceneId == id)
            .OrderBy(intent => intent.Run)
            .ThenBy(intent => intent.Attempt)
            .ToListAsync(cancellationToken);
        return intents.ConvertAll(intent => new OperatorScene.Purchase(
            intent.Run, intent.Attempt, StateOf(intent), intent.Model, intent.AskedAt)
        {
            PredictionId = intent.PredictionId,
            Price = models.Find(intent.Model)?.Price,
            LeaseEndsAt = intent.LeaseEndsAt,
            Checks = intent.Checks,
            FailedBy = intent.FailedBy,
        });
    }

    private static string StateOf(GenerationIntent intent) => intent switch
    {
        { PredictionId: not null } => "bought",
        { UnansweredAt: not null } => "unanswered",
        _ => "asked",
    };

    private async Task<List<OperatorScene.Timer>> TimersAsync(SceneState scene, CancellationToken cancellationToken)
    {
        var named = new Dictionary<Guid, string>
        {
            [CheckTimer.TokenOf(scene.CorrelationId, scene.Run, scene.Attempt)] = "check",
        };
        Add(scene.ThemeWaitToken, "themeWait");
        Add(scene.StepToken, "step");
        Add(scene.DeadlineToken, "deadline");
        Add(scene.RollbackToken, "rollbackUnanswered");
        var due = await database.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.TokenId != null && named.Keys.Contains(row.TokenId.Value) && row.DueAt != null)
            .OrderBy(row => row.DueAt)
            .Select(row => new { row.TokenId, row.DueAt })
            .ToListAsync(cancellationToken);
        return due.ConvertAll(row => new OperatorScene.Timer(named[row.TokenId!.Value], row.DueAt!.Value));

        void Add(Guid? token, string name)
        {
            if (token is { } known)
            {
                named[known] = name;
            }
        }
    }

    private Task<List<OperatorScene.File>> FilesAsync(Guid id, CancellationToken cancellationToken)
        => (from use in database.FileUses.AsNoTracking()
            join file in database.KeptFiles.AsNoTracking() on use.Sha256 equals file.Sha256
            where use.SceneId == id
            orderby use.Run, use.Attempt, use.Sha256
            select new OperatorScene.File(use.Run, use.Attempt, use.Sha256, file.Extension, file.Bytes))
            .ToListAsync(cancellationToken);
}
