using System.Globalization;
using System.Text.Json.Serialization;
using SceneGen.Settings;

namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>A fault that is switched on: where it strikes, what it does, and how often.</summary>
internal sealed record FaultRule
{
    public required string Endpoint { get; init; }

    public required string Fault { get; init; }

    /// <summary>Of all that it could strike, the share that it does: 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Decides which ones: the same seed strikes the same places in the row.</summary>
    public int Seed { get; init; }

    /// <summary>After this many it is spent.</summary>
    public int? Count { get; init; }

    /// <summary>The hint of a 429, the gap between two bytes of a drip, or how late a webhook is.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan? Delay { get; init; }

    /// <summary>From words such as <c>create reset-after probability=0.2 seed=7 count=3 delay=2s</c>.</summary>
    public static FaultRule Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            throw new FormatException("A fault needs an endpoint and a name, such as: create reset-after");
        }

        return words[2..].Aggregate(new FaultRule { Endpoint = words[0], Fault = words[1] }, With);
    }

    /// <returns>What is wrong with it; null if nothing is.</returns>
    public string? Mistake()
    {
        if (FaultKinds.At(Endpoint) is not { } kinds)
        {
            return $"There is no endpoint '{Endpoint}'; there are: {string.Join(", ", FaultKinds.Endpoints)}.";
        }

        if (!kinds.Contains(Fault, StringComparer.Ordinal))
        {
            return $"There is no fault '{Fault}' at '{Endpoint}'; there are: {string.Join(", ", kinds)}.";
        }

        return Probability is >= 0 and <= 1 && Count is null or > 0
            ? null
            : "The probability is a number from 0 to 1, the count a number above 0.";
    }

    private static FaultRule With(FaultRule rule, string word)
    {
        var (name, value) = word.Split('=') is [var key, var text] ? (key, text) : (word, "");
        return name switch
        {
            "probability" => rule with { Probability = double.Parse(value, CultureInfo.InvariantCulture) },
            "seed" => rule with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
            "count" => rule with { Count = int.Parse(value, CultureInfo.InvariantCulture) },
            "delay" when Duration.TryParse(value, out var delay) => rule with { Delay = delay },
            _ => throw new FormatException($"'{word}' is none of probability=, seed=, count=, delay= with a value."),
        };
    }
}
