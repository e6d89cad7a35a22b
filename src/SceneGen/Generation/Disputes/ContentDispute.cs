using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Generation.Intents;

namespace SceneGen.Generation.Disputes;

/// <summary>
/// Finds out whether the avatar or the theme is to blame for content that the provider flags without saying which: by
/// what was flagged before, else by painting the avatar once with a prompt that offends nobody.
/// </summary>
internal sealed class ContentDispute(SceneDbContext database, FlagHistory history, AvatarProbe probe)
{
    public async Task<Settlement> SettleAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var scene = await database.Scenes.AsNoTracking()
            .Where(row => row.CorrelationId == intent.SceneId && row.ErasedAt == null && row.Theme != null)
            .Select(row => new DisputedScene(row.AvatarUrl, row.Theme!, row.ThemeVersion, row.Cost))
            .SingleOrDefaultAsync(cancellationToken);
        if (scene is null)
        {
            return new Settlement(SceneFault.Theme);
        }

        await history.NoteAsync(scene, cancellationToken);
        return await history.BlameAsync(scene, cancellationToken) is { } known
            ? new Settlement(known)
            : await probe.AskAsync(scene, cancellationToken);
    }
}
