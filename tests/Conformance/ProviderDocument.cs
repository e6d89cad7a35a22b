using System.Text.Json.Nodes;

namespace SceneGen.Tests.Conformance;

/// <summary>The part of the provider's OpenAPI document that is used here, and what a recorded call may have against it.</summary>
internal static class ProviderDocument
{
    private const int FirstError = 400;

    private static readonly JsonObject Facts = JsonNode.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "replicate.schema.json")))!.AsObject();

    public static Schema Schema { get; } = new(Facts["schemas"]!.AsObject());

    /// <summary>Such as <c>GET /predictions/{id}</c>.</summary>
    public static IReadOnlyList<string> Routes { get; } =
        [.. Facts["routes"]!.AsArray().Select(route => route!["call"]!.GetValue<string>())];

    /// <summary>An error's body is not documented, and one that was cut short on purpose is no JSON.</summary>
    public static IEnumerable<string> Faults(string method, string path, JsonNode? request, int? status, JsonNode? response)
    {
        var call = Facts["routes"]!.AsArray().Select(route => route!.AsObject()).FirstOrDefault(
            route => Fits(route["call"]!.GetValue<string>(), method, path));
        if (call is null)
        {
            return [$"{method} {path} is no call of the provider"];
        }

        var statuses = call["statuses"]!.AsArray().Select(item => item!.GetValue<int>()).ToList();
        return
        [
            .. status is null or >= FirstError || statuses.Contains(status.Value) ? [] : new[] { $"{method} {path}: {status}" },
            .. call["request"] is { } name ? Schema.Faults(name.GetValue<string>(), request) : [],
            .. status < FirstError && response is not null
                ? Schema.Faults(call["response"]!.GetValue<string>(), response)
                : [],
        ];
    }

    public static bool Fits(string route, string method, string path)
    {
        var (pattern, parts) = (route.Split(' '), path.Split('/'));
        var wanted = pattern[1].Split('/');
        return pattern[0] == method && wanted.Length == parts.Length
            && wanted.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }
}
