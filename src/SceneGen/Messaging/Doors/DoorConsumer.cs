using MassTransit;

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
            context.Message,
            Pipe.Execute<SendContext<T>>(send => send.MessageId = context.MessageId ?? send.MessageId),
            context.CancellationToken);
    }
}
