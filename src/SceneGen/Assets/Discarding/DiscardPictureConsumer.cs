using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Files;
using SceneGen.Assets.Messages;
using SceneGen.Data;
using SceneGen.Messaging;

namespace SceneGen.Assets.Discarding;

internal sealed class DiscardPictureConsumer(SceneDbContext database, FileUses uses) : IConsumer<DiscardPicture>
{
    public async Task Consume(ConsumeContext<DiscardPicture> context)
    {
        var message = context.Message;

        // Another attempt may have come to the same bytes.
        var named = await database.Scenes.AsNoTracking()
            .Where(scene => scene.CorrelationId == message.SceneId)
            .Select(scene => new[] { scene.ImageSha256, scene.ThumbnailSha256, scene.LargeThumbnailSha256 })
            .SingleOrDefaultAsync(context.CancellationToken);
        string[] hashes =
        [
            .. new[] { message.Sha256, message.ThumbnailSha256, message.LargeThumbnailSha256 }
                .Except(named ?? [])
                .OfType<string>(),
        ];

        // Committed with what is sent; only then does anybody remove a file.
        await database.Database.BeginTransactionAsync(context.CancellationToken);
        var discarded = database.FileUses
            .Where(use => use.SceneId == message.SceneId && hashes.Contains(use.Sha256))
            .Where(use => message.Run == null || (use.Run == message.Run && use.Attempt == message.Attempt));
        foreach (var released in await uses.ReleaseAsync(discarded, hashes, context.CancellationToken))
        {
            await context.Send(Queues.RemoveFile, new RemoveFile
            {
                Sha256 = released.Sha256,
                Extension = released.Extension,
                Release = released.Release,
            });
        }
    }
}
