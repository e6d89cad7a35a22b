using System.Text.Json;

namespace SceneGen.Web.Scenes.Requests;

/// <summary>The body of POST /api/scenes/batch. Each scene is read by itself, so that a wrong one stops no other.</summary>
internal sealed record BatchRequest
{
    public const int Most = 100;

    public IReadOnlyList<JsonElement>? Scenes { get; init; }

    public static Dictionary<string, string> Errors(BatchRequest request)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (request.Scenes is not { Count: > 0 and <= Most })
        {
            errors["scenes"] = $"send an array of 1 to {Most} scenes.";
        }

        return errors;
    }
}
