using System.Net;
using SceneGen.Assets.Avatars;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Observability;
using SceneGen.Replicate;
using SceneGen.Replicate.Files;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Avatars;

/// <summary>Gives the provider the bytes of avatars that it shall not fetch.</summary>
internal sealed partial class AvatarFiles(
    IReplicateApi replicate,
    ProviderTraffic traffic,
    AvatarReach reach,
    Chronicle chronicle,
    ILogger<AvatarFiles> logger)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether the provider can have the avatar as things are. A prediction may begin, and read its input, as late as
    /// at the scene's deadline.
    /// </summary>
    public bool Serve(GenerateScene scene, AvatarPicture picture)
        => !reach.NeedsFile(scene.AvatarUrl)
            || (picture.FileUrl is not null && picture.FileExpiresAt > scene.Deadline);

    public async Task<Preflight> SendAsync(
        GenerateScene scene, AvatarPicture picture, AvatarFile avatar, CancellationToken cancellationToken)
    {
        var call = new ProviderCall(new Ticket(scene.Deadline, scene.SceneId));
        using var admission = await traffic.EnterAsync(call, cancellationToken);
        if (admission.Permit is null)
        {
            return new Preflight.Postponed(admission.Wait, Picture: picture) { Stop = admission.Stop };
        }

        // The avatar's own name and address stay with us.
        var file = new FileToSend(avatar.Path, "avatar", avatar.ContentType);
        var begun = chronicle.Begin();
        try
        {
            var kept = await admission.Permit.UseAsync(
                () => replicate.CreateFileAsync(file, cancellationToken), cancellationToken);
            chronicle.Note(TimelineCodes.AvatarSent, new TimelineFacts { Bytes = avatar.Bytes }, begun);
            return new Preflight.Passed(picture with { FileUrl = kept.Urls.Get, FileExpiresAt = kept.ExpiresAt });
        }
        catch (ReplicateException error) when (error.Status is HttpStatusCode.RequestEntityTooLarge)
        {
            NoteRefusal(error, begun);
            return new Preflight.Refused(new AttemptFailure(
                SceneFailureCodes.AvatarTooLarge, SceneFault.Avatar, Retryable: false, error.Message));
        }
        catch (ReplicateException error)
        {
            NoteRefusal(error, begun);
            Log.NotSent(logger, scene.SceneId, error.Message);
            return new Preflight.Postponed(error.RetryAfter ?? Soon, Picture: picture);
        }
    }

    private void NoteRefusal(ReplicateException error, long begun)
        => chronicle.Note(
            TimelineCodes.AvatarNotSent,
            new TimelineFacts { Http = (int?)error.Status },
            begun,
            Redaction.Of(error.Message));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: the provider did not take the avatar's file and will be given it again. {Reason}")]
        public static partial void NotSent(ILogger logger, Guid sceneId, string reason);
    }
}
