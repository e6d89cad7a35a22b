using SceneGen.Access.Sessions;
using SceneGen.Assets.Messages;
using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Tests.Builders;

/// <summary>Valid things, to be changed by <c>with</c> where a test needs another.</summary>
internal static class A
{
    public const string AvatarUrl = "https://avatars.example.org/fox.png";
    public const string Sha256 = "5de9d0cb0ae7fd59dad181de78bc0e269bb8ebd543a71e7e3d7d842957e1eef3";
    public const string ThumbnailSha256 = "2bd9165358aa3f72371b35cd0c52dd59b521c5677e9653757dd62da18ef7eca2";

    /// <summary>The token of every timer that runs in a scene from here.</summary>
    public static readonly Guid TimerToken = new("7c0e6f5e-2b0a-4a57-9e0d-5f5a6f1f7a11");

    public static AvatarGenerated Avatar(Guid? sceneId = null, string? theme = "neon-city") => new()
    {
        AvatarId = Guid.NewGuid(),
        SessionId = "session-1",
        AvatarUrl = AvatarUrl,
        Theme = theme,
        SceneId = sceneId,
        Avatar = new AvatarDescription { Kind = AvatarKind.Animal, Name = "Juniper", Description = "a red fox" },
    };

    public static GenerateScene Command(Guid sceneId, string theme = "neon-city", string name = "Juniper") => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = 1,
        AvatarUrl = AvatarUrl,
        Avatar = new AvatarDescription { Kind = AvatarKind.Animal, Name = name, Description = "a red fox" },
        Theme = theme,
        Deadline = new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero),
    };

    public static GenerationIntent Purchase(Guid sceneId, string? prediction = "prediction-1") => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = 1,
        Model = "black-forest-labs/flux-2-pro",
        Prompt = "A fox.",
        ThemeVersion = 1,
        Seed = 7,
        Input = "{}",
        AskedAt = DateTimeOffset.UnixEpoch,
        LeaseEndsAt = DateTimeOffset.UnixEpoch,
        PredictionId = prediction,
    };

    public static Prediction Prediction(string id) => new() { Id = id, Status = "starting", Version = "hidden" };

    public static GenerationStarted Start(Guid sceneId, int attempt = 1, string prediction = "prediction-1") => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = attempt,
        AttemptLimit = 2,
        PredictionId = prediction,
        Model = "black-forest-labs/flux-2-pro",
        ThemeVersion = 1,
        Prompt = "A fox in a city.",
        Seed = 7,
    };

    public static GenerationSucceeded Success(Guid sceneId, int attempt = 1) => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = attempt,
        OutputUrl = "https://replicate.delivery/xezq/secret/out.png",
    };

    public static GenerationFailed Failure(Guid sceneId, int attempt = 1) => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = attempt,
        AttemptLimit = 2,
        Code = SceneFailureCodes.ProviderFailed,
        Fault = SceneFault.Provider,
        Retryable = true,
        Detail = "Something broke.",
    };

    public static GenerationPostponed Postponement(Guid sceneId) => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = 1,
        Wait = TimeSpan.FromMilliseconds(1),
    };

    public static SceneStored Storage(Guid sceneId, int attempt = 1) => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = attempt,
        Sha256 = Sha256,
        ThumbnailSha256 = ThumbnailSha256,
        Width = 1920,
        Height = 1080,
        ContentType = "image/jpeg",
        Bytes = 336_312,
    };

    public static StoringFailed StorageFailure(Guid sceneId, int attempt = 1) => new()
    {
        SceneId = sceneId,
        Run = 1,
        Attempt = attempt,
        Code = SceneFailureCodes.OutputMissing,
        Fault = SceneFault.Provider,
        Retryable = true,
    };

    /// <summary>That a session was to be erased, an hour ago.</summary>
    public static SessionErasure ErasureOf(string session) => new()
    {
        Sha256 = SessionMark.HashOf(session),
        SessionId = session,
        AskedAt = DateTimeOffset.UtcNow.AddHours(-1),
    };

    public static SceneCallback CallbackOf(Guid sceneId) => new()
    {
        Id = Guid.CreateVersion7(),
        SceneId = sceneId,
        Type = "scene.ready",
        Body = "{}",
        CreatedAt = DateTimeOffset.UnixEpoch,
        State = CallbackState.Failed,
    };

    /// <summary>A scene as its row is in this state, in its first attempt of two.</summary>
    public static SceneState SceneIn(string state)
    {
        var now = DateTimeOffset.UtcNow;
        return new SceneState
        {
            CorrelationId = Guid.NewGuid(),
            CurrentState = state,
            AvatarId = Guid.NewGuid(),
            SessionId = "session-1",
            AvatarUrl = AvatarUrl,
            AvatarKind = AvatarKind.Animal,
            AvatarName = "Juniper",
            AvatarDescription = "a red fox",
            Theme = state is "AwaitingTheme" or "Expired" ? null : "neon-city",
            CreatedAt = now,
            UpdatedAt = now,
            Run = 1,
            Attempt = 1,
            AttemptLimit = 2,
            StepSends = 1,
            PredictionId = state is "Submitting" or "AwaitingTheme" or "Expired" ? null : "prediction-1",
            Model = "black-forest-labs/flux-2-pro",
            OutputUrl = state is "Storing" ? "https://replicate.delivery/xezq/secret/out.png" : null,
            ImageSha256 = state is "Ready" ? Sha256 : null,
            ThumbnailSha256 = state is "Ready" ? ThumbnailSha256 : null,
            ImageContentType = state is "Ready" ? "image/jpeg" : null,
            ImageBytes = state is "Ready" ? 312_345 : null,
            ImageWidth = state is "Ready" ? 1920 : null,
            ImageHeight = state is "Ready" ? 1080 : null,
            FailureCode = state is "RollingBack" or "RolledBack" or "Failed" ? SceneFailureCodes.ProviderFailed : null,
            FailureFault = state is "RollingBack" or "RolledBack" or "Failed" ? SceneFault.Provider : null,
            RollbackRequestedAt = state is "RollingBack" or "RolledBack" ? now : null,
            RollbackRequests = state is "RollingBack" or "RolledBack" ? 1 : 0,
            ThemeWaitEndsAt = now.AddHours(1),
            DeadlineAt = now.AddMinutes(10),
            ThemeWaitToken = state is "AwaitingTheme" ? TimerToken : null,
            StepToken = state is "Submitting" or "Generating" or "Storing" ? TimerToken : null,
            DeadlineToken = state is "Submitting" or "Generating" ? TimerToken : null,
            RollbackToken = state is "RollingBack" ? TimerToken : null,
        };
    }
}
