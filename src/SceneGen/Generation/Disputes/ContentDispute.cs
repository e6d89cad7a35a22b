using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Scenes.Avatars;

namespace SceneGen.Generation.Disputes;

/// <summary>
/// Finds out whether the avatar or the theme is to blame for content that the provider flags without saying which: by
/// what was flagged before, else by painting the avatar once with a prompt that offends nobody.
/// </summary>
internal sealed class ContentDispute(SceneDbContext database, FlagHistory history, AvatarProbe probe)
{
    public async Task<Settlement> SettleAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var row = await database.Scenes.AsNoTracking().SingleOrDefaultAsync(
            row => row.CorrelationId == intent.SceneId && row.ErasedAt == null && row.Theme != null, cancellationToken);
        if (row is null)
        {
            return new Settlement(SceneFault.Theme);
        }

        var scene = new DisputedScene(row.AvatarUrl, row.Theme!, row.ThemeVersion, row.Cost)
        {
            Picture = row.ToAvatarPicture(),
        };

        await history.NoteAsync(scene, cancellationToken);
        return await history.BlameAsync(scene, cancellationToken) is { } known
            ? new Settlement(known)
            : await probe.AskAsync(scene, cancellationToken);
    }
}
