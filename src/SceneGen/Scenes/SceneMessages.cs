using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Avatars;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;

namespace SceneGen.Scenes;

/// <summary>What a scene says, put together from its row.</summary>
internal static class SceneMessages
{
    public static bool IsAt(this SceneState scene, int run, int attempt)
        => scene.Run == run && scene.Attempt == attempt;

    public static GenerateScene ToGenerateScene(this SceneState scene) => new()
    {
        SceneId = scene.CorrelationId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        AvatarUrl = scene.AvatarUrl,
        Picture = scene.ToAvatarPicture(),
        AvatarMisses = scene.AvatarMisses,
        Avatar = scene.AvatarKind is { } kind
            ? new AvatarDescription { Kind = kind, Name = scene.AvatarName, Description = scene.AvatarDescription }
            : null,
        Theme = scene.Theme!,
        SessionId = scene.SessionId,
        Seed = scene.Attempt == 1 ? scene.RequestedSeed : null,
        Spent = scene.Cost,
        Deadline = scene.DeadlineAt!.Value,
        ReusesPaid = scene.ReusesPaid && scene.Attempt == 1,
        IsRepeat = scene.StepSends > 1,
    };

    public static CheckGeneration ToCheckGeneration(this SceneState scene, int? check) => new()
    {
        SceneId = scene.CorrelationId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Check = check,
    };

    public static StoreScene ToStoreScene(this SceneState scene) => new()
    {
        SceneId = scene.CorrelationId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        OutputUrl = scene.OutputUrl!,
        AvatarBox = scene.AvatarBox,
        MinSharpness = scene.MinSharpness,
        MinAvatarScore = scene.MinAvatarScore,
        AvatarColours = scene.ToAvatarColours(),
        TakesAnyQuality = scene.QualityMissed || scene.Attempt >= scene.AttemptLimit,
        IsRepeat = scene.StepSends > 1,
        OutputExpiresAt = scene.OutputExpiresAt,
    };

    public static SceneReady ToSceneReady(this SceneState scene, SceneLinks links, DateTimeOffset at) => new()
    {
        SceneId = scene.CorrelationId,
        SessionId = scene.SessionId,
        AvatarId = scene.AvatarId,
        Theme = scene.Theme!,
        ImageUrl = links.Picture(scene.ImageSha256!, scene.ImageContentType!),
        ThumbnailUrl = links.Picture(
            scene.ThumbnailSha256!, scene.ThumbnailContentType ?? scene.ImageContentType!),
        Width = scene.ImageWidth!.Value,
        Height = scene.ImageHeight!.Value,
        ContentType = scene.ImageContentType!,
        Bytes = scene.ImageBytes!.Value,
        Sha256 = scene.ImageSha256!,
        ReadyAt = at,
    };

    public static SceneFailed ToSceneFailed(
        this SceneState scene, RollbackDecision decision, DateTimeOffset at)
        => new()
        {
            SceneId = scene.CorrelationId,
            SessionId = scene.SessionId,
            AvatarId = scene.AvatarId,
            Theme = scene.Theme,
            Code = scene.FailureCode!,
            Fault = scene.FailureFault!.Value,
            Message = FailureWords.For(scene.FailureCode!).Message.English,
            AvatarRollback = decision is RollbackDecision.Request or RollbackDecision.AwaitAnswer
                ? AvatarRollback.Requested
                : AvatarRollback.None,
            FailedAt = at,
        };

    public static SceneRolledBack ToSceneRolledBack(
        this SceneState scene, RollbackOutcome outcome, DateTimeOffset at)
        => new()
        {
            SceneId = scene.CorrelationId,
            SessionId = scene.SessionId,
            AvatarId = scene.AvatarId,
            Outcome = outcome,
            At = at,
        };

    public static SceneCanceled ToSceneCanceled(this SceneState scene, DateTimeOffset at) => new()
    {
        SceneId = scene.CorrelationId,
        SessionId = scene.SessionId,
        AvatarId = scene.AvatarId,
        At = at,
    };

    public static SceneExpired ToSceneExpired(this SceneState scene, DateTimeOffset at) => new()
    {
        SceneId = scene.CorrelationId,
        SessionId = scene.SessionId,
        AvatarId = scene.AvatarId,
        At = at,
    };

    public static AvatarRollbackRequested ToRollbackRequest(this SceneState scene) => new()
    {
        AvatarId = scene.AvatarId,
        SessionId = scene.SessionId,
        SceneId = scene.CorrelationId,
        Code = scene.FailureCode!,
        Reason = FailureWords.For(scene.FailureCode!).Message.English,
        RequestedAt = scene.RollbackRequestedAt!.Value,
    };
}
