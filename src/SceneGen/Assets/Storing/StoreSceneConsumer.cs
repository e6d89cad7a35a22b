using MassTransit;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Messaging;

namespace SceneGen.Assets.Storing;

internal sealed class StoreSceneConsumer(PictureKeeper keeper) : IConsumer<StoreScene>
{
    public async Task Consume(ConsumeContext<StoreScene> context)
    {
        try
        {
            var kept = await keeper.KeepAsync(context.Message.OutputUrl, context.CancellationToken);
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
            await context.Send(Queues.Scenes, Failed(context.Message, SceneFailureCodes.OutputUnreadable, error.Message));
        }
    }

    private static SceneStored Stored(StoreScene scene, KeptPicture kept) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Sha256 = kept.Picture.Sha256,
        ThumbnailSha256 = kept.Thumbnail.Sha256,
        Width = SceneImage.Width,
        Height = SceneImage.Height,
        ContentType = PictureKeeper.ContentType,
        Bytes = kept.Picture.Bytes,
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
