using System.Text.Json.Nodes;
using SceneGen.Assets.Messages;
using SceneGen.Generation.Intents;
using SceneGen.Scenes;

namespace SceneGen.Web.Ops.Themes;

/// <summary>Why a scene looks as it does, and what it takes to make it again.</summary>
internal sealed record SceneRecipe
{
    private const string Address = "{avatarUrl}";

    public required Guid SceneId { get; init; }

    public required string? Theme { get; init; }

    public required int? ThemeVersion { get; init; }

    /// <summary>Of the theme's file.</summary>
    public required string? ThemeHash { get; init; }

    public required string? ThemeLabel { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required string? Model { get; init; }

    public required string? ModelVersion { get; init; }

    public required string? PredictionId { get; init; }

    public required string? Prompt { get; init; }

    public required int? Seed { get; init; }

    public required FrameBox? AvatarBox { get; init; }

    /// <summary>As it was sent, the avatar's address left out; null when that is no longer kept.</summary>
    public required JsonNode? Input { get; init; }

    public static SceneRecipe Of(SceneState scene, GenerationIntent? intent) => new()
    {
        SceneId = scene.CorrelationId,
        Theme = scene.Theme,
        ThemeVersion = scene.ThemeVersion,
        ThemeHash = scene.ThemeHash,
        ThemeLabel = scene.ThemeLabel,
        Run = scene.Run,
        Attempt = scene.Attempt,
        Model = scene.Model,
        ModelVersion = scene.ModelVersion,
        PredictionId = scene.PredictionId,
        Prompt = scene.Prompt,
        Seed = scene.Seed,
        AvatarBox = scene.AvatarBox ?? intent?.AvatarBox,
        Input = intent is null ? null : WithoutAddresses(JsonNode.Parse(intent.Input)),
    };

    /// <summary>An address may be a secret: whoever knows it can fetch what it names.</summary>
    private static JsonNode? WithoutAddresses(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(
            field => KeyValuePair.Create(field.Key, WithoutAddresses(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutAddresses)]),
        JsonValue value when value.TryGetValue<string>(out var text) && Uri.TryCreate(text, UriKind.Absolute, out _) => Address,
        _ => node?.DeepClone(),
    };
}
