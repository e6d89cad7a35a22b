using System.Text.Json;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>Bodies that are well: the document's own examples, but where one field decides about another.</summary>
internal static class Requests
{
    private const string Reason = "a test";

    private static readonly string[] OneLetter = ["outbox:17"];

    private static readonly object Scene = new { avatarUrl = "https://avatars.example.org/fox.png", theme = "neon-city" };

    public static HttpContent? BodyOf(ApiDocument document, string operation)
        => document.Operations[operation]["requestBody"] is { } body
            ? ApiWalk.Text(
                Own(operation) is { } own
                    ? JsonSerializer.Serialize(own)
                    : body["content"]!["application/json"]!["example"]!.ToJsonString(),
                "application/json")
            : null;

    /// <summary>What has to stand in the query.</summary>
    public static (string Name, string Value)[] QueryOf(string operation)
        => operation is "DELETE /api/sessions" ? [("?", "?sessionId=walk")] : [];

    private static object? Own(string operation) => operation switch
    {
        // The callbacks of the example are another service's settings.
        "POST /api/scenes" => Scene,
        "POST /api/scenes/batch" => new { scenes = new[] { Scene } },

        // Its broker is away.
        "POST /api/ops/dead-letters/discard" => new { ids = OneLetter, reason = Reason },
        _ => null,
    };
}
