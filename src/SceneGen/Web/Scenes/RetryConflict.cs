using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>What keeps a scene from being made once more.</summary>
internal static class RetryConflict
{
    public static ProblemHttpResult? Of(SceneState scene, AvatarStanding avatar) => scene.CurrentState switch
    {
        nameof(SceneStateMachine.Ready) => Conflict(ProblemCodes.SceneReady),
        nameof(SceneStateMachine.RollingBack) => Conflict(ProblemCodes.RollingBack),
        nameof(SceneStateMachine.RolledBack) => Conflict(ProblemCodes.AvatarGone),
        var running when SceneStatus.IsRunning(running) => Conflict(ProblemCodes.SceneRunning),
        _ => avatar switch
        {
            AvatarStanding.RolledBack => Conflict(ProblemCodes.AvatarGone),
            AvatarStanding.Requested => Conflict(ProblemCodes.RollingBack),
            _ => null,
        },
    };

    private static ProblemHttpResult Conflict(string code)
        => Problems.Of(StatusCodes.Status409Conflict, code);
}
