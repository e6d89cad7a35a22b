using SceneGen.Scenes;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>Why there is no picture, in the user's words.</summary>
internal sealed record SceneFailure
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Message { get; init; }

    /// <summary>What happens now, to the avatar too, and whether and when to try again.</summary>
    public required string Next { get; init; }

    /// <summary>Whether another run is worthwhile, and would be begun: there is none without the avatar.</summary>
    public required bool Retryable { get; init; }

    public required bool AvatarRolledBack { get; init; }

    public static SceneFailure Of(SceneState scene, string code, Language language)
    {
        var text = FailureWords.For(code);
        var fate = FateOf(scene);
        return new SceneFailure
        {
            Code = code,
            Title = text.Title.In(language),
            Message = text.Message.In(language),
            Next = NextWords.For(fate, text.Again).In(language),
            Retryable = text.IsWorthRetrying && NextWords.HasAvatar(fate),
            AvatarRolledBack = fate is AvatarFate.RolledBack,
        };
    }

    private static AvatarFate FateOf(SceneState scene) => scene.CurrentState switch
    {
        nameof(SceneStateMachine.RollingBack) => AvatarFate.RollingBack,
        nameof(SceneStateMachine.RolledBack) => AvatarFate.RolledBack,
        _ when scene.RollbackRequestedAt is not null => AvatarFate.RollbackRefused,
        _ => AvatarFate.Kept,
    };
}
