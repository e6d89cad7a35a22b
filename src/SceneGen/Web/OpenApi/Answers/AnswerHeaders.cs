using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Quotas;

namespace SceneGen.Web.OpenApi.Answers;

/// <summary>The headers of answers that mean something here.</summary>
internal static class AnswerHeaders
{
    public const string Applied = "Preference-Applied";

    private static readonly string[] OfQuotas = [RateLimit.Limit, RateLimit.Remaining, RateLimit.Reset, RateLimit.Policy];

    /// <summary>Those that say what is asked for.</summary>
    private static readonly HashSet<string> OfGate = new(StringComparer.Ordinal)
    {
        ProblemCodes.KeyRequired, ProblemCodes.KeyUnknown, ProblemCodes.SessionOver, ProblemCodes.ScopeMissing,
        ProblemCodes.NotForSessions,
    };

    /// <summary>Those that come before anything is counted.</summary>
    private static readonly HashSet<string> Uncounted =
        new([.. OfGate, ProblemCodes.HostUnknown, ProblemCodes.OriginRefused], StringComparer.Ordinal);

    private static readonly Dictionary<string, (string Says, JsonNode Example)> Known = new(StringComparer.Ordinal)
    {
        [HeaderNames.ETag] = ("By which what is shown is known again, in If-None-Match.", "W/\"12-en\""),
        [HeaderNames.Location] = ("Where the scene is found.", "/api/scenes/019b8a5e-1f2a-7c31-9a55-3f3c1f0f6a01"),
        [HeaderNames.RetryAfter] = ("After how many seconds to ask again.", 2),
        [HeaderNames.WWWAuthenticate] = ("What is asked for, and what is wrong with what came.", "Bearer"),
        [Applied] = ("The wait that was granted.", "wait=25"),
        [IdempotencyKey.ReplayedHeader] = ("true where the answer is an earlier one's.", "true"),
        [RateLimit.Limit] = ("How many there may be, where there is a quota.", 600),
        [RateLimit.Remaining] = ("How many there may still be.", 599),
        [RateLimit.Reset] = ("In how many seconds there may be as many again.", 42),
        [RateLimit.Policy] = ("The quota of requests and its seconds.", "600;w=60"),
    };

    public static void Describe(OpenApiDocument document)
    {
        foreach (var (name, (says, example)) in Known)
        {
            var isNumber = example.GetValueKind() is System.Text.Json.JsonValueKind.Number;
            document.AddComponent<IOpenApiHeader>(name, new OpenApiHeader
            {
                Description = says,
                Schema = new OpenApiSchema { Type = isNumber ? JsonSchemaType.Integer : JsonSchemaType.String },
                Example = example.DeepClone(),
            });
        }
    }

    public static void Add(
        OpenApiResponses responses,
        OperationFacts facts,
        IReadOnlyDictionary<int, ProblemFact> problems,
        bool isCounted,
        OpenApiDocument document)
    {
        foreach (var (key, response) in responses)
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && response is OpenApiResponse open)
            {
                open.Headers = NamesOf(status, facts, problems.GetValueOrDefault(status), isCounted).Distinct(StringComparer.Ordinal).ToDictionary(
                    name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
            }
        }
    }

    private static IEnumerable<string> NamesOf(int status, OperationFacts facts, ProblemFact? problem, bool isCounted)
        => facts.Answers
            .Where(fact => fact.Status == status)
            .SelectMany(fact => fact.Names)
            .Concat(problem is null ? [] : OfProblem(problem))
            .Concat(isCounted && !IsBeforeCount(facts, problem) ? OfQuotas : []);

    private static IEnumerable<string> OfProblem(ProblemFact problem)
        => problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable ? [HeaderNames.RetryAfter]
            : problem.Codes.Any(OfGate.Contains) ? [HeaderNames.WWWAuthenticate]
            : [];

    private static bool IsBeforeCount(OperationFacts facts, ProblemFact? problem)
        => problem is not null
            && (problem.Codes.All(Uncounted.Contains)
                || (facts.IsByHeart && problem.Status == StatusCodes.Status503ServiceUnavailable));
}
