using System.Globalization;
using System.Text.Json.Nodes;
using SceneGen.Tests.Conformance;

namespace SceneGen.Tests.Web.Contract;

/// <summary>What <c>/openapi/v1.json</c> promises.</summary>
internal sealed class ApiDocument(JsonObject root)
{
    private static readonly string[] Methods = ["get", "head", "post", "put", "delete", "patch"];

    // These mean something here, and so are told of.
    private static readonly string[] Headers =
    [
        "ETag", "Location", "Retry-After", "Preference-Applied", "Idempotency-Replayed", "WWW-Authenticate",
        "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy",
    ];

    private readonly Schema _schema = new(root["components"]!["schemas"]!.AsObject());

    public JsonObject Root => root;

    /// <summary>Such as <c>GET /api/scenes</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> Operations { get; } = root["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject()
            .Where(item => Methods.Contains(item.Key))
            .Select(item => (Key: $"{item.Key.ToUpperInvariant()} {path.Key}", Operation: item.Value!.AsObject())))
        .ToDictionary(pair => pair.Key, pair => pair.Operation, StringComparer.Ordinal);

    /// <summary>Each status of each operation, with each code and header that it may have.</summary>
    public IEnumerable<string> Answers => Operations.SelectMany(operation => operation.Value["responses"]!.AsObject()
        .SelectMany(response => NamesOf($"{operation.Key}: {response.Key}", operation.Key, response.Value!.AsObject())));

    public static async Task<ApiDocument> ReadAsync(HttpClient http)
        => new(JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject());

    /// <summary>The fields that an operation's body has to hold.</summary>
    public IEnumerable<string> RequiredOf(JsonObject operation)
    {
        var schema = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
        var name = schema["$ref"]!.GetValue<string>().Split('/')[^1];
        return root["components"]!["schemas"]![name]!["required"]?.AsArray().Select(field => field!.GetValue<string>()) ?? [];
    }

    public IEnumerable<string> Faults(JsonObject schema, JsonNode? value) => _schema.Faults(schema, value);

    /// <summary>What of an answer is not as it was promised.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string operation, HttpResponseMessage answer)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (Operations[operation]["responses"]![status] is not JsonObject response)
        {
            return [$"{operation}: {status} is not documented"];
        }

        var headers = Headers
            .Where(name => answer.Headers.Contains(name) && response["headers"]?[name] is null)
            .Select(name => $"{operation}: {status} has {name}");
        return [.. headers, .. await BodyFaultsAsync($"{operation}: {status}", response, answer)];
    }

    private static IEnumerable<string> NamesOf(string name, string operation, JsonObject response)
    {
        // What has no body says no code.
        var hasBody = !operation.StartsWith("HEAD", StringComparison.Ordinal);
        var codes = hasBody ? response["content"]?["application/problem+json"]?["examples"]?.AsObject() : null;
        return [name, .. codes?.Select(code => $"{name} {code.Key}") ?? [], .. response["headers"]?.AsObject().Select(header => $"{name} with {header.Key}") ?? []];
    }

    private async Task<IEnumerable<string>> BodyFaultsAsync(string name, JsonObject response, HttpResponseMessage answer)
    {
        var mediaType = answer.Content.Headers.ContentType?.MediaType;
        if (answer.RequestMessage!.Method == HttpMethod.Head)
        {
            return [];
        }

        if (mediaType is null || response["content"] is not JsonObject content)
        {
            return mediaType is null == response["content"] is null ? [] : [$"{name} has {mediaType ?? "no body"}"];
        }

        if (content[mediaType] is not JsonObject promised)
        {
            return content.ContainsKey("image/*") && mediaType.StartsWith("image/", StringComparison.Ordinal)
                ? []
                : [$"{name} is {mediaType}"];
        }

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return promised["schema"] is not JsonObject schema ? []
            : mediaType == "text/event-stream" ? EventFaults(body).Select(fault => $"{name}: {fault}")
            : [.. Faults(schema, JsonNode.Parse(body)).Select(fault => $"{name}: {fault}"), .. CodeFaults(name, promised, body)];
    }

    private static IEnumerable<string> CodeFaults(string name, JsonObject promised, string body)
    {
        if (promised["examples"] is not JsonObject known)
        {
            return [];
        }

        var given = JsonNode.Parse(body)!;
        var code = given["code"]!.GetValue<string>();
        return known[code]?["value"] is not { } example ? [$"{name} does not know {code}"]
            : JsonNode.DeepEquals(example["retryable"], given["retryable"]) ? []
            : [$"{name}: {code} is said to be retryable: {example["retryable"]}, and answered as {given["retryable"]}"];
    }

    private IEnumerable<string> EventFaults(string stream)
    {
        const string Data = "data: ";
        var told = stream.Split('\n').Where(line => line.StartsWith(Data, StringComparison.Ordinal)).ToList();
        return told.Count == 0
            ? ["nothing is told"]
            : told.SelectMany(line => _schema.Faults("SceneEvent", JsonNode.Parse(line[Data.Length..])));
    }
}
