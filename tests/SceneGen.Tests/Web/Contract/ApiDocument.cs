using System.Globalization;
using System.Text.Json.Nodes;
using SceneGen.Tests.Conformance;

namespace SceneGen.Tests.Web.Contract;

/// <summary>What <c>/openapi/v1.json</c> promises.</summary>
internal sealed class ApiDocument(JsonObject root)
{
    private static readonly string[] Methods = ["get", "head", "post", "put", "delete", "patch"];

    private readonly Schema _schema = new(root["components"]!["schemas"]!.AsObject());

    public JsonObject Root => root;

    /// <summary>Such as <c>GET /api/scenes</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> Operations { get; } = root["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject()
            .Where(item => Methods.Contains(item.Key))
            .Select(item => (Key: $"{item.Key.ToUpperInvariant()} {path.Key}", Operation: item.Value!.AsObject())))
        .ToDictionary(pair => pair.Key, pair => pair.Operation, StringComparer.Ordinal);

    public static async Task<ApiDocument> ReadAsync(HttpClient http)
        => new(JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject());

    public IEnumerable<string> Faults(JsonObject schema, JsonNode? value) => _schema.Faults(schema, value);

    /// <summary>What of an answer is not as it was promised.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string operation, HttpResponseMessage answer)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (Operations[operation]["responses"]![status] is not JsonObject response)
        {
            return [$"{operation}: {status} is not documented"];
        }

        var mediaType = answer.Content.Headers.ContentType?.MediaType;
        if (answer.RequestMessage!.Method == HttpMethod.Head)
        {
            return [];
        }

        if (mediaType is null || response["content"] is not JsonObject content)
        {
            return mediaType is null == response["content"] is null
                ? []
                : [$"{operation}: {status} has {mediaType ?? "no body"}"];
        }

        if (content[mediaType] is not JsonObject promised)
        {
            return content.ContainsKey("image/*") && mediaType.StartsWith("image/", StringComparison.Ordinal)
                ? []
                : [$"{operation}: {status} is {mediaType}"];
        }

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return promised["schema"] is JsonObject schema
            ? [.. Faults(schema, JsonNode.Parse(body)).Select(fault => $"{operation}: {status}: {fault}")]
            : [];
    }
}
