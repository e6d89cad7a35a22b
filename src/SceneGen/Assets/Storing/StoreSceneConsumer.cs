using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Messaging;

namespace SceneGen.Assets.Storing;

internal sealed class StoreSceneConsumer(PictureKeeper keeper, SceneDbContext database) : IConsumer<StoreScene>
{
    // The name of the state as its row has it: this side knows no more of scenes.
    private const string Storing = "Storing";

    public async Task Consume(ConsumeContext<StoreScene> context)
    {
        if (await IsDoneAsync(context))
        {
            return;
        }

        try
        {
            var kept = await keeper.KeepAsync(context.Message, context.CancellationToken);
            await context.Send(Queues.Scenes, Stored(context.Message, kept));
        }
        catch (FetchException error) when (error.Failure is FetchFailure.Unavailable or FetchFailure.Refused)
        {
            // The picture is painted and paid. A host that is away comes back, one that is not in the settings is for the
            // operator to add: the step is repeated. The inner exception would tell the URL, which is a secret.
#pragma warning disable MA0054
            throw new HttpRequestException(
                $"The picture of scene {context.Message.SceneId} could not be fetched: {error.Failure}. "
                + "If it was refused, Replicate:OutputHosts and Fetching:TrustedHosts have to name its host.");
#pragma warning restore MA0054
        }
        catch (FetchException error)
        {
            await context.Send(Queues.Scenes, Failed(
                context.Message, SceneFailureCodes.OutputMissing, $"The picture could not be fetched: {error.Failure}."));
        }
        catch (ImageException error)
        {
            await context.Send(Queues.Scenes, Failed(context.Message, CodeOf(error.Fault), error.Message) with
            {
                IsQualityMiss = error.Fault is ImageFault.Blurred or ImageFault.AvatarMissing,
            });
        }
    }

    // The first time there is nothing to find, and the read is saved.
    private async Task<bool> IsDoneAsync(ConsumeContext<StoreScene> context)
    {
        var command = context.Message;
        var mayBeDone = command.IsRepeat || context.ReceiveContext.Redelivered || context.GetRetryAttempt() > 0;
        return mayBeDone && !await database.Scenes.AnyAsync(
            scene => scene.CorrelationId == command.SceneId
                && scene.CurrentState == Storing
                && scene.Run == command.Run
                && scene.Attempt == command.Attempt,
            context.CancellationToken);
    }

    private static string CodeOf(ImageFault fault) => fault switch
    {
        ImageFault.Unsuitable => SceneFailureCodes.OutputUnsuitable,
        ImageFault.Blank => SceneFailureCodes.OutputBlank,
        ImageFault.Blurred => SceneFailureCodes.OutputBlurred,
        ImageFault.AvatarMissing => SceneFailureCodes.OutputWithoutAvatar,
        _ => SceneFailureCodes.OutputUnreadable,
    };

    private static SceneStored Stored(StoreScene scene, KeptPicture kept) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Sha256 = kept.Picture.File.Sha256,
        ThumbnailSha256 = kept.Thumbnail.File.Sha256,
        Width = SceneImage.Width,
        Height = SceneImage.Height,
        ContentType = AssetName.ContentTypeOf(kept.Picture.Extension)!,
        Bytes = kept.Picture.File.Bytes,
        ThumbnailContentType = AssetName.ContentTypeOf(kept.Thumbnail.Extension),
        LargeThumbnailSha256 = kept.LargeThumbnail?.File.Sha256,
        Blurhash = kept.Measures?.Blurhash,
        Sharpness = kept.Measures?.Sharpness,
        AvatarScore = kept.Measures?.AvatarScore,
    };

    private static StoringFailed Failed(StoreScene scene, string code, string detail) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Code = code,
        Fault = SceneFault.Provider,
        Retryable = true,
        Detail = detail,
    };
}
