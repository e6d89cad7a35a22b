using System.Text.Json;
using System.Text.Json.Nodes;

namespace SceneGen.Replicate.Wire;

/// <summary>A prediction as the provider describes it; whatever is not needed is left out.</summary>
public sealed class Prediction
{
    /// <summary>How a data URI begins, which is too long to be parsed as an address.</summary>
    private const string Data = "data:";

    private const int LongestLogs = 4000;
    private const int MostImages = 100;

    /// <summary>20 MiB as a data URI, the longest that is kept. It travels in messages like any other URL.</summary>
    private const int LongestPicture = 28_000_000;

    public required string Id { get; init; }

    public string? Model { get; init; }

    /// <summary>64 hex digits; another word for official models.</summary>
    public string? Version { get; init; }

    public required string Status { get; init; }

    /// <summary>False for a status we have never heard of: it runs on, until the scene's own deadline.</summary>
    public bool IsOver => Status is "succeeded" or "failed" or "canceled" or "aborted";

    public JsonNode? Input { get; init; }

    public JsonElement? Output { get; init; }

    public JsonElement? Error { get; init; }

    public bool? DataRemoved { get; init; }

    /// <summary>What the model printed; the reason for a failure is sometimes only here.</summary>
    public JsonElement? Logs { get; init; }

    /// <summary>Seconds and counts, whichever the model gives.</summary>
    public JsonElement? Metrics { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it began to run, and to cost; null for one that never did.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Where its end is reported, as it was asked for.</summary>
    public string? Webhook { get; init; }

    /// <summary>The version, where it is a word that can be kept.</summary>
    public string? KnownVersion
        => Version is { Length: > 0 and <= 64 } word && word.All(char.IsAsciiLetterOrDigit) ? word : null;

    /// <summary>
    /// The first of <see cref="OutputUrls"/>, or the picture itself as a data URI where none is an address; null before
    /// the end and after removal.
    /// </summary>
    public string? OutputUrl => OutputUrls.FirstOrDefault(IsUrl) ?? (OutputUrls is [var picture, ..] ? picture : null);

    /// <summary>Models answer with one URL or with a list of them. Read once, for each may be a whole picture.</summary>
    public IReadOnlyList<string> OutputUrls => field ??= Output switch
    {
        { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().Select(item => UrlIn(item)).OfType<string>()],
        { } one => UrlIn(one) is { } url ? [url] : [],
        null => [],
    };

    /// <summary>How many pictures the model says it made; null where it does not say.</summary>
    public int? ImageCount =>
        Metrics is { ValueKind: JsonValueKind.Object } metrics
        && metrics.TryGetProperty("image_count", out var count)
        && count.ValueKind is JsonValueKind.Number
        && count.TryGetInt32(out var pictures)
        && pictures is >= 0 and <= MostImages
            ? pictures
            : null;

    public string ErrorText => JsonText.Of(Error);

    /// <summary>What went wrong: the error, else the end of what the model printed.</summary>
    public string FailureText => ErrorText is { Length: > 0 } error ? error : JsonText.EndOf(Logs, LongestLogs);

    private static string? UrlIn(JsonElement item)
        => item.ValueKind is JsonValueKind.String && JsonText.Of(item) is var text && (IsPicture(text) || IsUrl(text))
            ? text
            : null;

    private static bool IsUrl(string text)
        => !text.StartsWith(Data, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static bool IsPicture(string text)
        => text.StartsWith($"{Data}image/", StringComparison.OrdinalIgnoreCase) && text.Length <= LongestPicture;
}
