using MassTransit;

namespace SceneGen.Persistence.Tests.Outbox.HandOver;

/// <summary>Where the bus sent messages to.</summary>
public sealed class Sent : ISendObserver
{
    private int _count;

    public int Count => _count;

    public Task PreSend<T>(SendContext<T> context)
        where T : class
        => Task.CompletedTask;

    public Task PostSend<T>(SendContext<T> context)
        where T : class
    {
        if (context.DestinationAddress!.AbsolutePath.EndsWith("/steps", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _count);
        }

        return Task.CompletedTask;
    }

    public Task SendFault<T>(SendContext<T> context, Exception exception)
        where T : class
        => Task.CompletedTask;
}
