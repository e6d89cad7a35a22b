using System.Text.Json.Nodes;
using SceneGen.Generation.Intents;

namespace SceneGen.Generation.Planning;

/// <summary>What an attempt asks of the provider.</summary>
internal sealed record GenerationPlan
{
    public required string Model { get; init; }

    public required int ThemeVersion { get; init; }

    public required string Prompt { get; init; }

    public required int? Seed { get; init; }

    public required JsonObject Input { get; init; }

    /// <summary>Which field of the input the avatar is to blame for.</summary>
    public required string AvatarField { get; init; }

    /// <summary>US dollars.</summary>
    public required decimal Price { get; init; }

    /// <summary>How many attempts the theme's models allow in all.</summary>
    public required int AttemptLimit { get; init; }

    /// <summary>What the provider was asked for already, whatever would be asked for now.</summary>
    public GenerationPlan For(GenerationIntent asked) => this with
    {
        Model = asked.Model,
        ThemeVersion = asked.ThemeVersion,
        Prompt = asked.Prompt,
        Seed = asked.Seed,
        Input = JsonNode.Parse(asked.Input)!.AsObject(),
    };
}
