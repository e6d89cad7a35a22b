using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Gates;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>
/// What was begun with the provider ends: no purchase stays under way, and whoever was dealt a slice of the budget gives it
/// back. What an instance has under way at this moment is in its memory, and in its metrics.
/// </summary>
internal sealed class CallsReturn(SceneDbContext database, TimeProvider time) : IInvariant
{
    /// <summary>Longer than any lease, and than it takes to find out what became of a purchase.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromHours(1);

    public string Name => "I8";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        var now = time.GetUtcNow();
        var (begun, latest) = (now - UnderWay, now + UnderWay);
        var open = database.Intents.AsNoTracking().Where(intent => intent.PredictionId == null);

        // Where the provider cannot be asked, nobody can find out.
        var isShut = await database.ProviderGates.AnyAsync(
            gate => gate.Name == ProviderGates.Provider, cancellationToken);
        await breaches.AddAsync(
            open.Where(intent => (intent.LeaseEndsAt < begun && !isShut) || intent.LeaseEndsAt > latest)
                .OrderBy(intent => intent.SceneId)
                .ThenBy(intent => intent.Run)
                .ThenBy(intent => intent.Attempt)
                .Select(intent => new { intent.SceneId, intent.Run, intent.Attempt }),
            intent => $"the purchase for scene {intent.SceneId}, run {intent.Run}, attempt {intent.Attempt} never ended");
        await breaches.AddAsync(
            database.ProviderSlices.AsNoTracking().Where(slice => slice.ExpiresAt > latest)
                .OrderBy(slice => slice.Instance)
                .Select(slice => slice.Instance),
            instance => $"instance {instance} holds its slice of the budget for ever");
        var underWay = await open.CountAsync(intent => intent.LeaseEndsAt > now, cancellationToken);
        var slices = await database.ProviderSlices.CountAsync(slice => slice.ExpiresAt > now, cancellationToken);
        return breaches.With($"{underWay} purchases under way, {slices} slices of the budget in force");
    }
}
