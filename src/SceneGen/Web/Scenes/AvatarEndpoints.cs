using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Creating;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes;

/// <summary>The way in for an avatar service without a broker.</summary>
internal static class AvatarEndpoints
{
    public static void MapAvatars(this IEndpointRouteBuilder routes)
    {
        var avatars = routes.MapGroup("/api/avatars").WithTags("Avatars");
        avatars.MapPost("", AnnounceAsync).Accepts<AvatarGeneratedRequest>("application/json").WithSummary("Announces an avatar; the same one again makes no second scene");
        avatars.MapPost("{avatarId:guid}/rollback", AnswerRollbackAsync).Accepts<RollbackAnswer>("application/json").WithSummary("Answers the request to roll an avatar back");
    }

    private static async Task<Results<Accepted<SceneReference>, ProblemHttpResult>> AnnounceAsync(
        JsonBody<AvatarGeneratedRequest> body,
        SceneRules rules,
        QuotaGate gate,
        SceneReader reader,
        HttpContext http)
    {
        if (body.Check(rules.Errors) is { } problem)
        {
            return problem;
        }

        var request = body.Value!;
        var avatar = new AvatarGenerated
        {
            AvatarId = request.AvatarId!.Value,
            SessionId = request.SessionId!,
            AvatarUrl = request.AvatarUrl!,
            Theme = request.Theme,
            SceneId = request.SceneId,
            Avatar = request.Avatar?.ToDescription(),
            GeneratedAt = request.GeneratedAt?.ToUniversalTime(),
        };
        if (await gate.TakeAsync(http, avatar, avatar.SessionId, avatar.Theme) is { } refusal)
        {
            return refusal;
        }

        var sceneId = SceneIds.Of(avatar);
        return TypedResults.Accepted(reader.LinkTo(sceneId), new SceneReference(sceneId));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> AnswerRollbackAsync(
        Guid avatarId, JsonBody<RollbackAnswer> body, SceneIntake intake, SceneReader reader, CancellationToken cancellationToken)
    {
        if (body.Check(SceneRules.Errors) is { } problem)
        {
            return problem;
        }

        var answer = body.Value!;
        var sceneId = answer.SceneId!.Value;
        if ((await reader.FindAsync(sceneId, cancellationToken))?.AvatarId != avatarId)
        {
            return Problems.NoSuchScene();
        }

        await (answer.Outcome is RollbackOutcome.RolledBack
            ? intake.TakeAsync(
                new AvatarRolledBack { AvatarId = avatarId, SceneId = sceneId, Reason = answer.Reason }, cancellationToken)
            : intake.TakeAsync(
                new AvatarRollbackRefused { AvatarId = avatarId, SceneId = sceneId, Reason = answer.Reason }, cancellationToken));
        return TypedResults.Accepted(reader.LinkTo(sceneId));
    }
}
