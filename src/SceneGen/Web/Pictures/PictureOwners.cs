using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Web.Pictures;

/// <summary>Whose scenes have a picture.</summary>
internal sealed class PictureOwners(SceneDbContext database)
{
    public Task<bool> IsOneAsync(string sessionId, string sha256, CancellationToken cancellationToken)
        => database.FileUses
            .Where(use => use.Sha256 == sha256)
            .AnyAsync(
                use => database.Scenes.Any(scene => scene.CorrelationId == use.SceneId
                    && scene.SessionId == sessionId
                    && scene.ErasedAt == null
                    && (scene.ImageSha256 == sha256
                        || scene.ThumbnailSha256 == sha256
                        || scene.LargeThumbnailSha256 == sha256)),
                cancellationToken);
}
