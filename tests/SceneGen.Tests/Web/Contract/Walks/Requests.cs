using System.Text.Json;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>Bodies that are well: the document's own examples, but where one field decides about another.</summary>
internal static class Requests
{
    private const string Reason = "a test";

    private static readonly Guid Id = new("019b8a5e-1f2a-7c31-9a55-3f3c1f0f6a01");
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
        "POST /api/scenes" => Scene,
        "POST /api/scenes/batch" => new { scenes = new[] { Scene } },
        "PUT /api/scenes/{id}/theme" or "POST /api/scenes/{id}/retry" => new { theme = "neon-city" },
        "POST /api/avatars" => new
        {
            avatarId = Id,
            sessionId = "walk",
            avatarUrl = "https://avatars.example.org/fox.png",
            theme = "neon-city",
        },
        "POST /api/avatars/{avatarId}/rollback" => new { sceneId = Id, outcome = "refused" },
        "POST /api/themes/{id}/preview" => new { seed = 3 },
        "POST /api/ops/scenes/{id}/retry" => new { from = "submit", reason = Reason },
        "POST /api/ops/scenes/{id}/rollback/done" => new { outcome = "refused", reason = Reason },
        "POST /api/ops/callbacks/replay" => new { filter = new { state = "failed" }, reason = Reason },
        "POST /api/ops/dead-letters/replay" => new { filter = new { }, reason = Reason },
        "POST /api/ops/dead-letters/discard" => new { ids = OneLetter, reason = Reason },
        _ => null,
    };
}
