using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Messaging.Broker;
using SceneGen.Observability;
using SceneGen.Operations.Audit;
using SceneGen.Operations.DeadLetters;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Ops.Orders;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>What was given up, for the operator to see with its cause, to have delivered again, or to throw away.</summary>
internal static class DeadLetterEndpoints
{
    private const string RetryAfterSeconds = "5";

    private const string WithoutBroker =
        "The bus lives in this process: what a consumer could not handle is in the log and is forgotten when the process "
        + "ends. Shown is what the outbox could not send.";

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/api/ops/dead-letters").AddEndpointFilter(AnswerAbsenceAsync);

        // They are as many as they are; it ends with the service.
        letters.AddEndpointFilter<EndWithService>().DisableRequestTimeout();
        letters.MapGet("", ListAsync);
        letters.MapPost("/replay", ReplayAsync).Accepts<DeadLetterRequest>("application/json");
        letters.MapPost("/discard", DiscardAsync).Accepts<DeadLetterRequest>("application/json");
    }

    private static async Task<Results<Ok<DeadLetterPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] DeadLetterQuery query, DeadLetterBox box, HttpContext http)
    {
        var (choice, start, limit, errors) = query.Read();
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var (letters, beyond) = await box.ListAsync(choice, http.RequestAborted);
        return TypedResults.Ok(new DeadLetterPage(
            [.. letters.Skip(start).Take(limit)],
            letters.Count,
            beyond,
            letters.Count - limit > start ? (start + limit).ToString(CultureInfo.InvariantCulture) : null,
            box.HasBroker ? null : WithoutBroker));
    }

    private static async Task<Results<Ok<DeadLetterReport>, ProblemHttpResult>> ReplayAsync(
        JsonBody<DeadLetterRequest> body,
        DeadLetterBox box,
        OperatorAudit audit,
        TimeProvider time,
        HttpContext http)
    {
        if (Refusal(body, takesFilter: true) is { } refusal)
        {
            return refusal;
        }

        var request = body.Value!;
        var pace = new DeadLetterPace(request.PerSecond, time);
        if (request.DryRun)
        {
            return TypedResults.Ok(await box.ReplayAsync(request.Choice, dryRun: true, pace, http.RequestAborted));
        }

        return TypedResults.Ok(await DoAsync(
            http,
            OperatorActions.ReplayDeadLetters,
            request,
            audit,
            () => box.ReplayAsync(request.Choice, dryRun: false, pace, http.RequestAborted)));
    }

    private static async Task<Results<Ok<DeadLetterReport>, ProblemHttpResult>> DiscardAsync(
        JsonBody<DeadLetterRequest> body, DeadLetterBox box, OperatorAudit audit, HttpContext http)
    {
        if (Refusal(body, takesFilter: false) is { } refusal)
        {
            return refusal;
        }

        var request = body.Value!;
        return TypedResults.Ok(await DoAsync(
            http,
            OperatorActions.DiscardDeadLetters,
            request,
            audit,
            () => box.DiscardAsync(request.Choice, http.RequestAborted)));
    }

    private static async Task<DeadLetterReport> DoAsync(
        HttpContext http, string action, DeadLetterRequest request, OperatorAudit audit, Func<Task<DeadLetterReport>> work)
    {
        var details = JsonSerializer.Serialize(new { messages = Redaction.Of(request.Target) });
        var order = http.OrderOf(action, request.Reason, details: details);
        var (_, report) = (await audit.DoAtLengthAsync<DeadLetterReport>(
            order, async _ => await work(), http.RequestAborted))!.Value;
        return report;
    }

    private static ProblemHttpResult? Refusal(JsonBody<DeadLetterRequest> body, bool takesFilter)
        => body.Check(request => request.Faults(takesFilter));

    private static async ValueTask<object?> AnswerAbsenceAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BrokerUnavailableException)
        {
            context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable, ProblemCodes.BrokerUnavailable);
        }
    }
}
