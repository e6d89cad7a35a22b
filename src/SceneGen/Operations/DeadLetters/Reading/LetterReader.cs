using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MassTransit;
using RabbitMQ.Client;
using SceneGen.Observability;

namespace SceneGen.Operations.DeadLetters.Reading;

/// <summary>Reads a message as the core left it in a queue of failures: the cause is in its headers.</summary>
internal static class LetterReader
{
    private const string Skipped = "No consumer of this queue takes a message of this kind.";

    public static DeadLetter Read(string queue, BasicGetResult message)
    {
        var headers = message.BasicProperties.Headers;
        var body = Encoding.UTF8.GetString(message.Body.Span);
        var content = MessageContent.Read(body);
        var destination = queue[..queue.LastIndexOf('_')];
        return new DeadLetter
        {
            Id = $"{queue}:{MarkOf(message)}",
            Queue = queue,
            Destination = destination,
            Type = content.Type ?? (Text(headers, MessageHeaders.FaultMessageType) is { } type ? MessageContent.ShortName(type) : destination),
            Cause = Text(headers, MessageHeaders.FaultMessage) is { } cause ? Redaction.Of(cause) : Skipped,
            At = TimeOf(message.BasicProperties),
            SceneId = content.SceneId,
            MessageId = message.BasicProperties.MessageId,
            Bytes = message.Body.Length,
            Preview = content.Preview,
        };
    }

    /// <summary>Not every message has an id; the time of its failure and its bytes tell it from the others.</summary>
    public static string MarkOf(BasicGetResult message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"{message.BasicProperties.MessageId}\n{Text(message.BasicProperties.Headers, MessageHeaders.FaultTimestamp)}\n"));
        hash.AppendData(message.Body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static DateTimeOffset? TimeOf(IReadOnlyBasicProperties properties)
        => DateTimeOffset.TryParse(
            Text(properties.Headers, MessageHeaders.FaultTimestamp),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at)
            ? at
            : properties.IsTimestampPresent()
                ? DateTimeOffset.FromUnixTimeSeconds(properties.Timestamp.UnixTime)
                : null;

    private static string? Text(IDictionary<string, object?>? headers, string name)
        => headers?.TryGetValue(name, out var value) is true
            ? value switch
            {
                byte[] bytes => Encoding.UTF8.GetString(bytes),
                null => null,
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            }
            : null;
}
