using System.Text.Json.Nodes;

namespace SceneGen.Simulator.Replicate.Models;

/// <summary>An official model: its input schema, and how its input decides the picture.</summary>
internal sealed record FakeModel
{
    public required string Name { get; init; }

    public required string ImageField { get; init; }

    public required bool OutputIsArray { get; init; }

    public required string DefaultFormat { get; init; }

    /// <summary>Sides are rounded down to a multiple of this many pixels.</summary>
    public required int SideStep { get; init; }

    /// <summary>The input that asks for the width and height it carries; null where the model takes neither.</summary>
    public KeyValuePair<string, string>? CustomSize { get; init; }

    /// <summary>The tier it paints where the input names none.</summary>
    public string DefaultTier { get; init; } = "1K";

    /// <summary>The pictures whose size does not follow from tier and ratio by reckoning.</summary>
    public Dictionary<(string Tier, string Ratio), (int Width, int Height)> Sizes { get; init; } = [];

    /// <summary>It fails when asked for fewer pixels.</summary>
    public int FewestPixels { get; init; }

    /// <summary>The highest safety tolerance it takes with an input image.</summary>
    public int? ToleranceWithImage { get; init; }

    public required InputProperty[] Properties { get; init; }

    public IReadOnlyList<InvalidField> Check(JsonObject input)
    {
        var faults = Properties
            .Where(property => property.Required && !input.ContainsKey(property.Name))
            .Select(property => new InvalidField("required", "input", $"{property.Name} is required"))
            .ToList();
        foreach (var (name, value) in input)
        {
            var property = Array.Find(Properties, candidate => candidate.Name == name);
            var fault = property is null
                ? new InvalidField(
                    "additional_property_not_allowed", "input", $"Additional property {name} is not allowed")
                : property.Check(value);
            if (fault is not null)
            {
                faults.Add(fault);
            }
        }

        if (input.ContainsKey(ImageField) && Tolerance(input) > ToleranceWithImage)
        {
            faults.Add(new InvalidField(
                "number_lte", "input.safety_tolerance", $"Must be less than or equal to {ToleranceWithImage}"));
        }

        return faults;
    }

    /// <summary>The error of a prediction that this order makes fail; null where it makes none fail.</summary>
    public string? Refusal(PictureOrder order)
    {
        return order.Width * order.Height < FewestPixels
            ? $"image size must be at least {FewestPixels} pixels"
            : null;
    }

    public PictureOrder Read(JsonObject input)
    {
        var (width, height) = SizeOf(input);
        return new PictureOrder
        {
            Prompt = input["prompt"]!.GetValue<string>(),
            ImageUrls = ImagesOf(input),
            Seed = input["seed"]?.GetValue<long>(),
            Width = width,
            Height = height,
            Format = input["output_format"]?.GetValue<string>() ?? DefaultFormat,
            Quality = input["output_quality"]?.GetValue<int>() ?? 90,
        };
    }

    public JsonObject ToJson()
    {
        var properties = new JsonObject(
            Properties.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, property.ToSchema())));
        var required = Properties.Where(property => property.Required);
        var output = OutputIsArray
            ? new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            }
            : new JsonObject { ["type"] = "string", ["format"] = "uri" };
        var schemas = new JsonObject
        {
            ["Input"] = new JsonObject
            {
                ["type"] = "object",
                ["title"] = "Input",
                ["required"] = new JsonArray([.. required.Select(property => JsonValue.Create(property.Name))]),
                ["properties"] = properties,
            },
            ["Output"] = output,
        };
        return new JsonObject
        {
            ["owner"] = Name.Split('/')[0],
            ["name"] = Name.Split('/')[1],
            ["description"] = "A simulated model that paints with local tools.",
            ["visibility"] = "public",
            ["is_official"] = true,
            ["latest_version"] = new JsonObject
            {
                ["id"] = "hidden",
                ["openapi_schema"] = new JsonObject { ["components"] = new JsonObject { ["schemas"] = schemas } },
            },
        };
    }

    private string[] ImagesOf(JsonObject input)
    {
        return input[ImageField] switch
        {
            null => [],
            JsonArray many => [.. many.Select(item => item!.GetValue<string>())],
            { } one => [one.GetValue<string>()],
        };
    }

    private static int? Tolerance(JsonObject input)
    {
        return input["safety_tolerance"] is JsonValue value && value.TryGetValue<int>(out var tolerance)
            ? tolerance
            : null;
    }

    private (int Width, int Height) SizeOf(JsonObject input)
    {
        if (CustomSize is { } custom && input[custom.Key]?.GetValue<string>() == custom.Value)
        {
            return (Side(input["width"]?.GetValue<int>() ?? 2048), Side(input["height"]?.GetValue<int>() ?? 2048));
        }

        var tier = (input["size"] ?? input["resolution"])?.GetValue<string>() ?? DefaultTier;
        var ratioText = input["aspect_ratio"]?.GetValue<string>() ?? "match_input_image";
        if (Sizes.TryGetValue((tier, ratioText), out var known))
        {
            return known;
        }

        var ratio = RatioOf(ratioText);
        var pixels = PixelsOf(tier);
        return (Side((int)Math.Sqrt(pixels * ratio)), Side((int)Math.Sqrt(pixels / ratio)));
    }

    private static double PixelsOf(string tier)
    {
        return tier switch
        {
            "0.5 MP" => 500_000d,
            "2 MP" => 2_000_000d,
            "2K" => 2048d * 2048d,
            "4 MP" => 4_000_000d,
            "4K" => 4096d * 4096d,
            _ => 1024d * 1024d,
        };
    }

    private int Side(int pixels)
    {
        return pixels - (pixels % SideStep);
    }

    private static double RatioOf(string text)
    {
        var sides = text.Split(':');
        return sides.Length == 2 ? double.Parse(sides[0]) / double.Parse(sides[1]) : 1;
    }
}
