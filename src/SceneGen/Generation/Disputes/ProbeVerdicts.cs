using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;

namespace SceneGen.Generation.Disputes;

/// <summary>Keeps what a probe has shown.</summary>
internal sealed class ProbeVerdicts(SceneDbContext database, FlagHistory history)
{
    /// <summary>What is left of an order that nobody looks for any more.</summary>
    public const string NoInput = "{}";

    public async Task<Settlement> RecordAsync(
        DisputedScene scene, Guid probeId, bool blamesAvatar, decimal cost, CancellationToken cancellationToken)
    {
        var fault = blamesAvatar ? SceneFault.Avatar : SceneFault.Theme;
        var isFirst = await history.RecordVerdictAsync(scene.AvatarHash, fault, cancellationToken);

        // The row says that it was bought; the avatar's address is needed no more, and belongs to no scene's traces.
        await database.Intents
            .Where(intent => intent.SceneId == probeId && intent.PredictionId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(intent => intent.Input, NoInput), cancellationToken);
        return new Settlement(fault, Wait: null, isFirst ? cost : 0);
    }
}
