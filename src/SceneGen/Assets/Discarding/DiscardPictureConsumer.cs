using MassTransit;
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
        string[] hashes = [message.Sha256, message.ThumbnailSha256];

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
                ReleasedAt = released.ReleasedAt,
            });
        }
    }
}
