using Microsoft.OpenApi;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.OpenApi;

/// <summary>The errors that no route has to itself.</summary>
internal static class CommonProblems
{
    private static readonly ProblemFact[] Everywhere =
    [
        new(400, ProblemCodes.HostUnknown, ProblemCodes.InvalidRequest),
        new(401, ProblemCodes.KeyRequired),
        new(500, ProblemCodes.InternalError),
        new(503, ProblemCodes.DatabaseUnavailable),
    ];

    private static readonly ProblemFact[] WithBody =
    [
        new(400, ProblemCodes.InvalidJson), new(413, ProblemCodes.BodyTooLarge), new(415, ProblemCodes.NotJson),
    ];

    private static readonly ProblemFact Foreign = new(403, ProblemCodes.OriginRefused);

    /// <summary>Each status once, with all its codes.</summary>
    public static IEnumerable<ProblemFact> And(
        IEnumerable<ProblemFact> own, HttpMethod method, OpenApiOperation operation)
        => Everywhere
            .Concat(method == HttpMethod.Get || method == HttpMethod.Head ? [] : [Foreign])
            .Concat(operation.RequestBody is null ? [] : WithBody)
            .Concat(own)
            .GroupBy(fact => fact.Status, (status, facts) => new ProblemFact(
                status, [.. facts.SelectMany(fact => fact.Codes).Distinct(StringComparer.Ordinal)]))
            .OrderBy(fact => fact.Status);
}
