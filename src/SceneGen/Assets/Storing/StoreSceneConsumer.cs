using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Files;
using SceneGen.Assets.Images;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Messaging;

namespace SceneGen.Assets.Storing;

internal sealed partial class StoreSceneConsumer(
    PictureKeeper keeper, FileUses uses, SceneDbContext database, TimeProvider time, ILogger<StoreSceneConsumer> logger)
    : IConsumer<StoreScene>
{
    // The name of the state as its row has it: this side knows no more of scenes.
    private const string Storing = "Storing";

    public async Task Consume(ConsumeContext<StoreScene> context)
    {
        if (await IsDoneAsync(context))
        {
            return;
        }

        var (scene, laps) = (context.Message, new StoringLaps(time));
        try
        {
            var kept = await KeepAsync(scene, laps, context.CancellationToken);
            await context.Send(Queues.Scenes, Stored(scene, kept, laps));
        }
        catch (FetchException error) when (MayComeBack(error) && !(scene.OutputExpiresAt <= time.GetUtcNow()))
        {
            // The picture is painted and paid. A host that is away comes back, one that is not in the settings is for the
            // operator to add: the step is repeated. The inner exception would tell the URL, which is a secret.
#pragma warning disable MA0054
            throw new HttpRequestException(
                $"The picture of scene {scene.SceneId} could not be fetched: {error.Failure}. "
                + "If it was refused, Replicate:OutputHosts and Fetching:TrustedHosts have to name its host.");
#pragma warning restore MA0054
        }
        catch (FetchException error)
        {
            await context.Send(Queues.Scenes, Failed(
                scene, SceneFailureCodes.OutputMissing, $"The picture could not be fetched: {error.Failure}.", laps));
        }
        catch (ImageException error)
        {
            var code = CodeOf(error.Fault);
            await RecordRefusalAsync(scene, code, context.CancellationToken);
            await context.Send(Queues.Scenes, Failed(scene, code, error.Message, laps) with
            {
                IsQualityMiss = error.Fault is ImageFault.Blurred or ImageFault.AvatarMissing,
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The operator's to mend, and no fault of the scene: its step's timer asks again until the store is back.
            Log.StoreAway(logger, scene.SceneId, error);
        }
    }

    private static bool MayComeBack(FetchException error)
        => error.Failure is FetchFailure.Unavailable or FetchFailure.Refused;

    private async Task<KeptPicture> KeepAsync(StoreScene scene, StoringLaps laps, CancellationToken cancellationToken)
    {
        var use = new FileUse { SceneId = scene.SceneId, Run = scene.Run, Attempt = scene.Attempt };
        var kept = await keeper.KeepAsync(scene, laps, cancellationToken);
        if (await uses.TryAddAsync(use, kept.Files, FileUses.NoneGone, cancellationToken))
        {
            return kept;
        }

        // Another scene had the same bytes and was just deleted: they are put there once more when that is done.
        var gone = await uses.WhenGoneAsync([.. kept.Files.Select(one => one.File.Sha256)], cancellationToken);
        kept = await keeper.KeepAsync(scene, laps, cancellationToken);
        return await uses.TryAddAsync(use, kept.Files, gone, cancellationToken)
            ? kept
            : throw new IOException("A file of the same bytes was removed again.");
    }

    // The first time there is nothing to find, and the read is saved.
    private async Task<bool> IsDoneAsync(ConsumeContext<StoreScene> context)
    {
        var command = context.Message;
        var mayBeDone = command.IsRepeat || context.ReceiveContext.Redelivered || context.GetRetryAttempt() > 0;
        return mayBeDone && !command.IsRestoring && !await database.Scenes.AnyAsync(
            scene => scene.CorrelationId == command.SceneId
                && scene.CurrentState == Storing
                && scene.Run == command.Run
                && scene.Attempt == command.Attempt,
            context.CancellationToken);
    }

    // A later run of the scene is not to be given it again.
    private async Task RecordRefusalAsync(StoreScene scene, string code, CancellationToken cancellationToken)
        => await database.Intents
            .Where(intent => intent.SceneId == scene.SceneId
                && intent.Run == scene.Run
                && intent.Attempt == scene.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(intent => intent.FailedBy, code), cancellationToken);

    private static string CodeOf(ImageFault fault) => fault switch
    {
        ImageFault.Unsuitable => SceneFailureCodes.OutputUnsuitable,
        ImageFault.Blank => SceneFailureCodes.OutputBlank,
        ImageFault.Blurred => SceneFailureCodes.OutputBlurred,
        ImageFault.AvatarMissing => SceneFailureCodes.OutputWithoutAvatar,
        _ => SceneFailureCodes.OutputUnreadable,
    };

    private static SceneStored Stored(StoreScene scene, KeptPicture kept, StoringLaps laps) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        PaintedFor = scene.PaintedFor,
        KeptFor = kept.KeptFor,
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
        Happened = [laps.Stored(kept.Picture.File.Bytes)],
    };

    private static StoringFailed Failed(StoreScene scene, string code, string detail, StoringLaps laps) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Code = code,
        Fault = SceneFault.Provider,
        Retryable = true,
        Detail = detail,
        Happened = [laps.NotStored(code)],
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The picture of scene {SceneId} cannot be stored: the store does not work. The scene waits until it does.")]
        public static partial void StoreAway(ILogger logger, Guid sceneId, Exception error);
    }
}
