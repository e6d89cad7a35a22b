using SceneGen.Scenes;

namespace SceneGen.Web.Ops.Scenes;

/// <summary>The parts of the operator's view that stand in the scene's own row.</summary>
internal static class OperatorSceneFields
{
    public static OperatorScene.RunPart RunOf(SceneState scene) => new()
    {
        AttemptLimit = scene.AttemptLimit,
        StepSends = scene.StepSends,
        ReusesPaid = scene.ReusesPaid,
        ThemeWaitEndsAt = scene.ThemeWaitEndsAt,
        DeadlineAt = scene.DeadlineAt,
        ThemeVersion = scene.ThemeVersion,
        ThemeHash = scene.ThemeHash,
        ThemeLabel = scene.ThemeLabel,
        PredictionId = scene.PredictionId,
        ModelVersion = scene.ModelVersion,
        Prompt = scene.Prompt,
        Seed = scene.Seed,
        RequestedSeed = scene.RequestedSeed,
        AttemptPrice = scene.AttemptPrice,
        OutputExpiresAt = scene.OutputExpiresAt,
        QualityMissed = scene.QualityMissed,
    };

    public static OperatorScene.RollbackPart RollbackOf(SceneState scene)
        => new(scene.RollbackRequestedAt, scene.RollbackRequests, scene.RollbackRefusal, scene.RollbackCaseAt);

    public static OperatorScene.ImagePart? ImageOf(SceneState scene)
        => scene.ImageSha256 is { } sha256
            ? new OperatorScene.ImagePart(sha256, scene.ImageBytes, scene.ReadyAt, scene.Sharpness, scene.AvatarScore)
            : null;

    public static string? HostOf(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;
}
