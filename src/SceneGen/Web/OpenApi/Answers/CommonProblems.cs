using Microsoft.OpenApi;
using SceneGen.Web.Access;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.OpenApi.Answers;

/// <summary>The errors that no route has to itself.</summary>
internal static class CommonProblems
{
    private static readonly ProblemFact[] Everywhere =
    [
        new(400, ProblemCodes.HostUnknown), new(500, ProblemCodes.InternalError),
    ];

    private static readonly ProblemFact[] WithBody =
    [
        new(400, ProblemCodes.InvalidJson), new(408, ProblemCodes.RequestTooSlow),
        new(413, ProblemCodes.BodyTooLarge),
    ];

    // Also where nothing is asked: a proxy passes nothing on as long as there are no keys.
    private static readonly ProblemFact NoKey = new(401, ProblemCodes.KeyRequired);
    private static readonly ProblemFact Foreign = new(403, ProblemCodes.OriginRefused);
    private static readonly ProblemFact NotJson = new(415, ProblemCodes.NotJson);
    private static readonly ProblemFact Invalid = new(400, ProblemCodes.InvalidRequest);
    private static readonly ProblemFact NoDatabase = new(503, ProblemCodes.DatabaseUnavailable);
    private static readonly ProblemFact Spent = new(429, ProblemCodes.QuotaRequests);
    private static readonly ProblemFact TooLong = new(503, ProblemCodes.RequestTimeout);

    /// <summary>Each status once, with all its codes.</summary>
    public static IEnumerable<ProblemFact> And(OperationFacts facts, AccessNeed need, OpenApiOperation operation)
    {
        var isSafe = facts.Method is "GET" or "HEAD";
        var mayWait = need is not AccessNeed.Open || !facts.IsByHeart;
        return Everywhere
            .Concat(!facts.IsLenient && MayBeInvalid(operation) ? [Invalid] : [])
            .Concat(mayWait ? [NoDatabase] : [])
            .Concat(facts.IsWebhook ? [] : [NoKey])
            .Concat(CallerRules.ProblemsOf(need))
            .Concat(isSafe ? [] : [Foreign])
            .Concat(isSafe || facts.IsWebhook ? [] : [NotJson])
            .Concat(operation.RequestBody is null ? [] : WithBody)
            .Concat(facts.IsCounted(need) ? [Spent] : [])
            .Concat(!facts.MayTakeLong && !facts.IsByHeart ? [TooLong] : [])
            .Concat(facts.Problems)
            .GroupBy(fact => fact.Status, (status, same) => new ProblemFact(
                status, [.. same.SelectMany(fact => fact.Codes).Distinct(StringComparer.Ordinal)]))
            .OrderBy(fact => fact.Status);
    }

    private static bool MayBeInvalid(OpenApiOperation operation)
        => operation.RequestBody is not null
            || operation.Parameters?.Any(one => one.In is ParameterLocation.Query || one.Name == HeaderParameters.IdempotencyKey) is true;
}
