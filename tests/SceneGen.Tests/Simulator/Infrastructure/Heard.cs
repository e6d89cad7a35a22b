using System.Threading.Channels;
using MassTransit;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>The scene service's side of the bus: hears what the upstream publishes.</summary>
internal sealed class Heard<T>(Channel<T> messages) : IConsumer<T>
    where T : class
{
    public async Task Consume(ConsumeContext<T> context)
    {
        await messages.Writer.WriteAsync(context.Message, context.CancellationToken);
    }
}
