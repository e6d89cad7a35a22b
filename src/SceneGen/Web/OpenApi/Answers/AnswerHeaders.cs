using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using SceneGen.Web.Http;
using SceneGen.Web.Quotas;

namespace SceneGen.Web.OpenApi.Answers;

/// <summary>The headers of answers that mean something here.</summary>
internal static class AnswerHeaders
{
    public const string Applied = "Preference-Applied";

    private static readonly string[] OfQuotas = [RateLimit.Limit, RateLimit.Remaining, RateLimit.Reset, RateLimit.Policy];

    private static readonly HeaderFact[] OfProblems =
    [
        new(401, HeaderNames.WWWAuthenticate), new(403, HeaderNames.WWWAuthenticate),
        new(429, HeaderNames.RetryAfter), new(503, HeaderNames.RetryAfter),
    ];

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
        OpenApiResponses responses, OperationFacts facts, bool isCounted, OpenApiDocument document)
    {
        foreach (var (key, response) in responses)
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && response is OpenApiResponse open)
            {
                open.Headers = NamesOf(status, facts, isCounted).Distinct(StringComparer.Ordinal).ToDictionary(
                    name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
            }
        }
    }

    private static IEnumerable<string> NamesOf(int status, OperationFacts facts, bool isCounted)
        => facts.Answers.Concat(OfProblems)
            .Where(fact => fact.Status == status)
            .SelectMany(fact => fact.Names)
            .Concat(isCounted ? OfQuotas : []);
}
