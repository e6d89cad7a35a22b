using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Replicate.Models;

namespace SceneGen.Operations.Overview;

/// <summary>Adds up what was bought today. What the provider bills in the end is at the scenes.</summary>
internal sealed class CostCounter(SceneDbContext database, ModelLibrary models, TimeProvider time)
{
    public async Task<DailyCost> CountAsync(CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var bought = await database.Intents.AsNoTracking()
            .Where(intent => intent.AskedAt >= today && intent.PredictionId != null)
            .Join(
                database.Scenes,
                intent => intent.SceneId,
                scene => scene.CorrelationId,
                (intent, scene) => new { intent.Model, Theme = scene.Theme ?? "" })
            .GroupBy(purchase => purchase)
            .Select(purchases => new { purchases.Key.Model, purchases.Key.Theme, Count = purchases.Count() })
            .ToListAsync(cancellationToken);
        var priced = bought.ConvertAll(
            row => (row.Model, row.Theme, row.Count, Dollars: row.Count * (models.Find(row.Model)?.Price ?? 0)));
        return new DailyCost(
            today,
            priced.Sum(row => row.Dollars),
            ByName(priced.Select(row => (row.Model, row.Count, row.Dollars))),
            ByName(priced.Select(row => (row.Theme, row.Count, row.Dollars))));
    }

    private static List<DailyCost.Share> ByName(IEnumerable<(string Name, int Count, decimal Dollars)> rows)
        =>
        [
            .. rows.GroupBy(row => row.Name, StringComparer.Ordinal)
                .Select(group => new DailyCost.Share(group.Key, group.Sum(row => row.Count), group.Sum(row => row.Dollars)))
                .OrderByDescending(share => share.Dollars)
                .ThenBy(share => share.Name, StringComparer.Ordinal),
        ];
}
