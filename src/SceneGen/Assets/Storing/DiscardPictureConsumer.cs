using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Messages;
using SceneGen.Data;

namespace SceneGen.Assets.Storing;

internal sealed class DiscardPictureConsumer(SceneDbContext database, FileAssetStore store) : IConsumer<DiscardPicture>
{
    private static readonly string[] Extensions = ["jpg", "png", "webp"];

    public async Task Consume(ConsumeContext<DiscardPicture> context)
    {
        var (picture, thumbnail) = (context.Message.Sha256, context.Message.ThumbnailSha256);
        var isNamed = await database.Scenes.AnyAsync(
            scene => scene.ImageSha256 == picture || scene.ThumbnailSha256 == thumbnail, context.CancellationToken);
        if (!isNamed)
        {
            Delete(picture);
            Delete(thumbnail);
            Delete(context.Message.LargeThumbnailSha256);
        }
    }

    // A name is its content's: under another extension there is nothing.
    private void Delete(string? sha256)
    {
        foreach (var extension in sha256 is null ? [] : Extensions)
        {
            store.Delete(sha256!, extension);
        }
    }
}
