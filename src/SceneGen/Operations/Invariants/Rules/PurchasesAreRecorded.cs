using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Data.Retention;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>
/// Nothing is bought twice: one row an attempt, and the prediction of a scene is the one of such a row. That no row has
/// another's prediction, the database itself sees to.
/// </summary>
internal sealed class PurchasesAreRecorded(
    SceneDbContext database, IOptions<RetentionOptions> retention, TimeProvider time) : IInvariant
{
    /// <summary>A scene is that much older than what was asked for it, at most.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    public string Name => "I2";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        var remembered = time.GetUtcNow() - retention.Value.Intents + Slack;
        await breaches.AddAsync(
            database.Scenes.AsNoTracking()
                .Where(scene => scene.PredictionId != null && scene.ErasedAt == null && scene.CreatedAt > remembered)
                .Where(scene => !database.Intents.Any(
                    intent => intent.SceneId == scene.CorrelationId && intent.PredictionId == scene.PredictionId))
                .OrderBy(scene => scene.CorrelationId)
                .Select(scene => new { scene.CorrelationId, scene.PredictionId }),
            scene => $"scene {scene.CorrelationId} has the prediction {scene.PredictionId}, which was bought for no recorded attempt");
        var bought = await database.Intents.CountAsync(intent => intent.PredictionId != null, cancellationToken);
        return breaches.With($"{bought} purchases, each recorded once");
    }
}
