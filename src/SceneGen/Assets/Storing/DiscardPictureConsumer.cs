using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Messages;
using SceneGen.Data;

namespace SceneGen.Assets.Storing;

internal sealed class DiscardPictureConsumer(SceneDbContext database, FileAssetStore store) : IConsumer<DiscardPicture>
{
    public async Task Consume(ConsumeContext<DiscardPicture> context)
    {
        var (picture, thumbnail) = (context.Message.Sha256, context.Message.ThumbnailSha256);
        var isNamed = await database.Scenes.AnyAsync(
            scene => scene.ImageSha256 == picture || scene.ThumbnailSha256 == thumbnail, context.CancellationToken);
        if (!isNamed)
        {
            store.Delete(picture, PictureKeeper.Extension);
            store.Delete(thumbnail, PictureKeeper.Extension);
        }
    }
}
