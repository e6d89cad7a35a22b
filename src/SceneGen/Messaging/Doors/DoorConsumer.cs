using MassTransit;
using SceneGen.Contracts;

namespace SceneGen.Messaging.Doors;

/// <summary>
/// Lets one public message in. Whoever sends plain JSON names no type, so each message has a queue of its own that knows
/// no other; from here on it travels typed, under the id it came with.
/// </summary>
internal sealed class DoorConsumer<T> : IConsumer<T>
    where T : class
{
    public async Task Consume(ConsumeContext<T> context)
    {
        if (DoorRules.Fault(context.Message) is { } fault)
        {
            throw new InvalidMessageException($"{typeof(T).Name} was not let in. {fault}");
        }

        var scenes = await context.GetSendEndpoint(Queues.Scenes);
        await scenes.Send(
            Dated(context.Message, context.SentTime),
            Pipe.Execute<SendContext<T>>(send => send.MessageId = context.MessageId ?? send.MessageId),
            context.CancellationToken);
    }

    /// <summary>An avatar that says not when it was made was made by the time its announcement left.</summary>
    private static T Dated(T message, DateTime? sent)
        => message is AvatarGenerated { GeneratedAt: null } avatar && sent is { } time
            ? (T)(object)(avatar with { GeneratedAt = new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) })
            : message;
}
