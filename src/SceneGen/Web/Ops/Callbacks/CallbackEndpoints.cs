using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SceneGen.Operations.Audit;
using SceneGen.Operations.Callbacks;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Ops.Orders;

namespace SceneGen.Web.Ops.Callbacks;

/// <summary>What was posted to the addresses that callers gave, and what is to be posted again.</summary>
internal static class CallbackEndpoints
{
    private const string Json = "application/json";

    public static void MapCallbacks(this IEndpointRouteBuilder routes)
    {
        var callbacks = routes.MapGroup("/api/ops/callbacks").WithTags("Operators");
        callbacks.MapGet("", ListAsync).WithSummary("Lists callbacks, the newest first");
        callbacks.MapPost("{id}/replay", ReplayAsync)
            .Accepts<OperatorRequest>(Json)
            .WithSummary("Posts a callback again, under its old id");
        callbacks.MapPost("replay", ReplayManyAsync)
            .Accepts<CallbackReplayRequest>(Json)
            .WithSummary("Posts callbacks again that have something in common, at most 500");
    }

    private static async Task<Results<Ok<CallbackPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] CallbackQuery query, CallbackDesk desk, CancellationToken cancellationToken)
    {
        var (choice, pageSize, errors) = query.Read();
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        // One more than the page shows tells whether another page follows.
        var found = await desk.ListAsync(choice, CallbackResource.Parse(query.Cursor), pageSize + 1, cancellationToken);
        var page = found.Take(pageSize).Select(CallbackResource.Of).ToList();
        return TypedResults.Ok(new CallbackPage(page, found.Count > page.Count ? page[^1].Id : null));
    }

    private static async Task<Results<Ok<CallbackReplayResult>, ProblemHttpResult>> ReplayAsync(
        string id, JsonBody<OperatorRequest> body, CallbackDesk desk, HttpContext http)
    {
        if (body.Check(order => OrderRules.Errors(order.Reason)) is { } problem)
        {
            return problem;
        }

        var request = body.Value!;
        var choice = new CallbackChoice { Id = CallbackResource.Parse(id) };
        if (choice.Id is null || await desk.CountAsync(choice, http.RequestAborted) == 0)
        {
            return Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.CallbackUnknown);
        }

        return await DoAsync(
            http.OrderOf(OperatorActions.ReplayCallback, request.Reason, id), choice, after: null, desk, http);
    }

    private static async Task<Results<Ok<CallbackReplayResult>, ProblemHttpResult>> ReplayManyAsync(
        JsonBody<CallbackReplayRequest> body, CallbackDesk desk, HttpContext http)
    {
        if (body.Check(Errors) is { } problem)
        {
            return problem;
        }

        var request = body.Value!;
        var after = CallbackResource.Parse(request.Cursor);
        var details = JsonSerializer.Serialize(request.Filter, JsonSerializerOptions.Web);
        var order = http.OrderOf(OperatorActions.ReplayCallbacks, request.Reason, details: details);
        return await DoAsync(order, request.Filter!.ToChoice(), after, desk, http);
    }

    private static Dictionary<string, string> Errors(CallbackReplayRequest request)
    {
        var errors = OrderRules.Errors(request.Reason);
        if (request.Filter is null)
        {
            errors["filter"] = "is missing; send what the callbacks have in common, or {} for all.";
        }

        if (request.Cursor is not null && CallbackResource.Parse(request.Cursor) is null)
        {
            errors["cursor"] = CallbackQuery.WrongCursor;
        }

        return errors;
    }

    private static async Task<Results<Ok<CallbackReplayResult>, ProblemHttpResult>> DoAsync(
        OperatorOrder order, CallbackChoice choice, Guid? after, CallbackDesk desk, HttpContext http)
    {
        try
        {
            var replayed = await desk.ReplayAsync(order, choice, after, http.RequestAborted);
            return TypedResults.Ok(CallbackReplayResult.Of(replayed));
        }
        catch (DbUpdateConcurrencyException)
        {
            // One of them was posted at this moment.
            return Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.WorkUnderWay);
        }
    }
}
