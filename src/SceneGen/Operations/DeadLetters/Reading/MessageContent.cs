using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SceneGen.Observability;

namespace SceneGen.Operations.DeadLetters.Reading;

/// <summary>What may be shown of a message: which scene it is about, its type, and its beginning without secrets.</summary>
internal sealed partial record MessageContent(string? Type, Guid? SceneId, string Preview)
{
    private const int LongestPreview = 2000;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static MessageContent Read(string body)
    {
        try
        {
            // The core's envelope holds the message; a bare one is the message.
            var root = JsonNode.Parse(body);
            var envelope = root as JsonObject;
            var message = envelope?["message"] is JsonObject inner && envelope.ContainsKey("messageType") ? inner : root;
            var types = (envelope?["messageType"] as JsonArray)?.Select(type => type?.ToString());
            return new MessageContent(
                types?.FirstOrDefault() is { } type ? ShortName(type) : null,
                SceneIn(message),
                Cut(Clean(message)?.ToJsonString(Readable) ?? "null"));
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // What is no JSON is shown as the text it is. A name given twice or half a character is told only when it is read.
            return new MessageContent(null, null, Redaction.Of(body));
        }
    }

    /// <summary>The last part of <c>urn:message:SceneGen.Contracts:AvatarGenerated</c>.</summary>
    public static string ShortName(string type) => type[(type.LastIndexOfAny([':', '.']) + 1)..];

    private static Guid? SceneIn(JsonNode? message)
        => message is JsonObject fields
            && fields["sceneId"] is JsonValue value
            && value.TryGetValue<string>(out var text)
            && Guid.TryParse(text, out var id)
                ? id
                : null;

    private static JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(
            field.Key, SecretName().IsMatch(field.Key) ? JsonValue.Create("(secret)") : Clean(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Clean)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Clean(text)),
        _ => node?.DeepClone(),
    };

    /// <summary>An address may be a secret as a whole: of it the host is kept.</summary>
    private static string Clean(string text)
        => Guid.TryParse(text, out _) ? text
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0 ? $"{address.Scheme}://{address.Host}/…"
            : Redaction.Whole(text);

    private static string Cut(string text) => text.Length <= LongestPreview ? text : $"{text[..LongestPreview]}…";

    [GeneratedRegex("token|secret|password|authorization|signature|apikey|credential", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretName();
}
