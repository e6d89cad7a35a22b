using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>Many scenes by one request.</summary>
internal static class BatchEndpoint
{
    private const int LargestBody = 1024 * 1024;

    public static void MapBatches(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/scenes/batch", PostAsync)
            .WithTags("Scenes")
            .Accepts<BatchRequest>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithSummary("Makes up to 100 scenes, and says of each what came of it");

    private static async Task<Results<Ok<BatchResult>, ProblemHttpResult>> PostAsync(
        JsonBody<BatchRequest> body, BatchMaker maker, HttpContext http)
    {
        var problem = body.Check(request =>
        {
            var errors = BatchRequest.Errors(request);
            IdempotencyKey.Check(http, errors);
            return errors;
        });
        if (problem is not null)
        {
            return problem;
        }

        var (items, refusal) = await maker.MakeAsync(http, body.Value!.Scenes!);
        if (refusal is not null)
        {
            return refusal;
        }

        if (items.All(item => item.Scene is null || item.IsReplay) && items.Any(item => item.IsReplay))
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        return TypedResults.Ok(new BatchResult([.. items.Select((item, index) => ToItem(http, item, index))]));
    }

    private static BatchItem ToItem(HttpContext http, Creation item, int index)
    {
        if (item.Problem is not { } problem)
        {
            return new BatchItem(index, StatusCodes.Status202Accepted) { Scene = item.Scene };
        }

        Problems.Complete(http, problem.ProblemDetails);
        return new BatchItem(index, problem.StatusCode) { Problem = problem.ProblemDetails };
    }
}
