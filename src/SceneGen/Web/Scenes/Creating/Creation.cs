using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Scenes.Quotas;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>What came of a request for a scene: the scene, or why there is none.</summary>
internal sealed record Creation
{
    private Creation()
    {
    }

    /// <summary>The scene as it was when the request was answered first.</summary>
    public SceneResource? Scene { get; private init; }

    public ProblemHttpResult? Problem { get; private init; }

    /// <summary>The quota that was in the way.</summary>
    public QuotaKind? Quota { get; private init; }

    /// <summary>The request had been answered before.</summary>
    public bool IsReplay { get; private init; }

    /// <summary>The key is another request's.</summary>
    public bool IsMisused { get; private init; }

    public static Creation Made(SceneResource scene) => new() { Scene = scene };

    public static Creation Again(SceneResource scene) => new() { Scene = scene, IsReplay = true };

    public static Creation Refused(ProblemHttpResult problem) => new() { Problem = problem };

    public static Creation Over(QuotaKind quota, ProblemHttpResult problem) => new() { Problem = problem, Quota = quota };

    public static Creation Misused() => new()
    {
        Problem = Problems.Of(StatusCodes.Status422UnprocessableEntity, ProblemCodes.KeyReused),
        IsMisused = true,
    };
}
