using SceneGen.Assets.Avatars;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Observability;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Avatars;

/// <summary>Looks at a scene's avatar, once, before money is spent on it.</summary>
internal sealed partial class AvatarPreflight(
    AvatarReader reader,
    AvatarFiles files,
    GenerationIntents intents,
    Chronicle chronicle,
    ILogger<AvatarPreflight> logger)
{
    /// <summary>A host that is away so many times in a row, over about a minute, is taken for gone.</summary>
    public const int MostMisses = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilCalm = TimeSpan.FromSeconds(15);

    public async Task<Preflight> LookAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        if (scene.Picture is { } known && files.Serve(scene, known))
        {
            return new Preflight.Passed(known);
        }

        if (scene.IsRepeat && await FindIntentAsync(scene, cancellationToken) is { } asked)
        {
            return new Preflight.Asked(asked);
        }

        // An avatar that has gone since its picture was bought is no reason to throw the picture away.
        var seen = await FetchAsync(scene, cancellationToken);
        return seen is not Preflight.Passed && await FindIntentAsync(scene, cancellationToken) is { } bought
            ? new Preflight.Asked(bought)
            : seen;
    }

    private Task<GenerationIntent?> FindIntentAsync(GenerateScene scene, CancellationToken cancellationToken)
        => intents.FindAsync(scene.SceneId, scene.Run, scene.Attempt, cancellationToken);

    private async Task<Preflight> FetchAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        var begun = chronicle.Begin();
        try
        {
            using var avatar = await reader.FetchAsync(scene.AvatarUrl, cancellationToken);
            var picture = PictureOf(avatar);
            chronicle.Note(TimelineCodes.AvatarSeen, FactsOf(picture), begun);
            return files.Serve(scene, picture)
                ? new Preflight.Passed(picture)
                : await files.SendAsync(scene, picture, avatar, cancellationToken);
        }
        catch (UnusableAvatarException error)
        {
            return Refused(error.Code, error.Message, begun);
        }
        catch (Exception error) when (error is PictureToolException or IOException or UnauthorizedAccessException)
        {
            // This machine's fault, or its disk's, however often: the scene's deadline is the end of it.
            NoteMiss(scene, error, scene.AvatarMisses, begun);
            return new Preflight.Postponed(UntilCalm, scene.AvatarMisses);
        }
        catch (FetchException error)
        {
            return error.Failure switch
            {
                FetchFailure.Unavailable when scene.AvatarMisses + 1 < MostMisses => Missed(scene, error, begun),
                FetchFailure.Refused => Refused(SceneFailureCodes.AvatarUrlRefused, error.Message, begun),
                FetchFailure.TooLarge => Refused(SceneFailureCodes.AvatarTooLarge, error.Message, begun),
                _ => Refused(SceneFailureCodes.AvatarUnreachable, error.Message, begun),
            };
        }
    }

    private Preflight.Postponed Missed(GenerateScene scene, Exception error, long begun)
    {
        NoteMiss(scene, error, scene.AvatarMisses + 1, begun);
        return new Preflight.Postponed(FirstWait * (1 << scene.AvatarMisses), scene.AvatarMisses + 1);
    }

    private void NoteMiss(GenerateScene scene, Exception error, int misses, long begun)
    {
        var reason = Redaction.Of(error.Message);
        chronicle.Note(TimelineCodes.AvatarMissed, new TimelineFacts { Misses = misses }, begun, reason);
        Log.NotSeen(logger, scene.SceneId, reason);
    }

    private Preflight.Refused Refused(string code, string message, long begun)
    {
        var detail = Redaction.Of(message);
        chronicle.Note(TimelineCodes.AvatarRefused, new TimelineFacts { Code = code }, begun, detail);
        return new Preflight.Refused(new AttemptFailure(code, SceneFault.Avatar, Retryable: false, detail));
    }

    private static TimelineFacts FactsOf(AvatarPicture picture)
        => new() { Width = picture.Width, Height = picture.Height, Bytes = picture.Bytes };

    private static AvatarPicture PictureOf(AvatarFile avatar) => new()
    {
        Sha256 = avatar.Sha256,
        Width = avatar.Header.Width,
        Height = avatar.Header.Height,
        Bytes = avatar.Bytes,
        Colours = avatar.Colours,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: the avatar cannot be looked at just now and will be again. {Reason}")]
        public static partial void NotSeen(ILogger logger, Guid sceneId, string reason);
    }
}
