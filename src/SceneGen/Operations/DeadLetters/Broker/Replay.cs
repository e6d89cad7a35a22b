using RabbitMQ.Client;
using SceneGen.Operations.DeadLetters.Reading;

namespace SceneGen.Operations.DeadLetters.Broker;

/// <summary>What a message carries when it goes out again: what it came with, without what was noted of its failure.</summary>
internal static class Replay
{
    private static readonly string[] OfFailure = ["MT-Fault-", "MT-Host-", "MT-Reason", "x-death", "x-delivery-count", "x-first-death", "x-last-death"];

    public static BasicProperties Of(BasicGetResult message)
    {
        var headers = message.BasicProperties.Headers?
            .Where(header => !OfFailure.Any(name => header.Key.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(StringComparer.Ordinal);
        var properties = new BasicProperties(message.BasicProperties) { Headers = headers, Persistent = true };

        // Should it go out twice, whoever gets it has to know it again.
        properties.MessageId ??= Guid.ParseExact(LetterReader.MarkOf(message), "N").ToString();
        return properties;
    }
}
