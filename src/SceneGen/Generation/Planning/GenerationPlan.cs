using System.Text.Json.Nodes;
using SceneGen.Assets.Messages;
using SceneGen.Generation.Intents;
using SceneGen.Themes.Asking;

namespace SceneGen.Generation.Planning;

/// <summary>What an attempt asks of the provider.</summary>
internal sealed record GenerationPlan
{
    public required string Model { get; init; }

    public required int ThemeVersion { get; init; }

    /// <summary>Of the theme's file; null where no theme is asked for.</summary>
    public string? ThemeHash { get; init; }

    public string? ThemeLabel { get; init; }

    /// <summary>Where the theme places the avatar; null where no theme is asked for.</summary>
    public FrameBox? AvatarBox { get; init; }

    public Quality Quality { get; init; } = new();

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
