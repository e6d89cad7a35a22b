using SceneGen.Generation.Failures;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Reusing;

namespace SceneGen.Generation.Consumers;

/// <summary>The events by which the consumers say what happened.</summary>
internal static class GenerationEvents
{
    public static GenerationStarted Started(this GenerateScene scene, Purchase.Begun begun) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        AttemptLimit = begun.AttemptLimit,
        PredictionId = begun.Intent.PredictionId!,
        Model = begun.Intent.Model,
        ThemeVersion = begun.Intent.ThemeVersion,
        ThemeHash = begun.Intent.ThemeHash,
        ThemeLabel = begun.Intent.ThemeLabel,
        ModelVersion = begun.Intent.ModelVersion,
        Prompt = begun.Intent.Prompt,
        Seed = begun.Intent.Seed,
        IsReported = begun.IsReported,
        IsHinted = begun.Intent.HintedAt is not null,
        Price = begun.Price,
        Picture = begun.Picture,
    };

    public static GenerationFailed Failed(this GenerateScene scene, Purchase.Refused refused)
        => Failed(scene.SceneId, scene.Run, scene.Attempt, refused.Failure) with
        {
            AttemptLimit = refused.AttemptLimit,
            Picture = refused.Picture,
        };

    public static GenerationPostponed Postponed(this GenerateScene scene, Purchase.Postponed postponed) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Wait = postponed.Wait,
        Picture = postponed.Picture,
        AvatarMisses = postponed.AvatarMisses,
        Gate = postponed.Stop?.Gate,
        GateReason = postponed.Stop?.Reason,
    };

    public static GenerationSucceeded Succeeded(this CheckGeneration check, CheckResult.Succeeded succeeded) => new()
    {
        SceneId = check.SceneId,
        Run = check.Run,
        Attempt = check.Attempt,
        AttemptLimit = succeeded.Intent?.AttemptLimit,
        OutputUrl = succeeded.OutputUrl,
        AvatarBox = succeeded.Intent?.AvatarBox,
        MinSharpness = succeeded.Intent?.MinSharpness,
        MinAvatarScore = succeeded.Intent?.MinAvatarScore,
        CompletedAt = succeeded.CompletedAt,
        PaintedFor = succeeded.PaintedFor,
        Cost = succeeded.Cost,
    };

    /// <summary>It was billed when it was bought.</summary>
    public static GenerationSucceeded Reused(this GenerateScene scene, PaidPicture.Found paid) => new()
    {
        SceneId = scene.SceneId,
        Run = scene.Run,
        Attempt = scene.Attempt,
        AttemptLimit = paid.Intent.AttemptLimit,
        PredictionId = paid.Intent.PredictionId,
        OutputUrl = paid.OutputUrl,
        AvatarBox = paid.Intent.AvatarBox,
        MinSharpness = paid.Intent.MinSharpness,
        MinAvatarScore = paid.Intent.MinAvatarScore,
        CompletedAt = paid.CompletedAt,
    };

    public static GenerationFailed Failed(this CheckGeneration check, CheckResult.Failed failed)
        => Failed(check.SceneId, check.Run, check.Attempt, failed.Failure) with { Cost = failed.Cost };

    private static GenerationFailed Failed(Guid sceneId, int run, int attempt, AttemptFailure failure) => new()
    {
        SceneId = sceneId,
        Run = run,
        Attempt = attempt,
        Code = failure.Code,
        Fault = failure.Fault,
        Retryable = failure.Retryable,
        Detail = failure.Detail,
        NextAttempt = failure.NextAttempt,
        Pause = failure.Pause,
    };
}
