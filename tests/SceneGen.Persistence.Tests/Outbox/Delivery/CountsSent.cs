using MassTransit;

namespace SceneGen.Persistence.Tests.Outbox.Delivery;

/// <summary>Counts what a host gave to its bus.</summary>
public sealed class CountsSent : ISendObserver
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Task PreSend<T>(SendContext<T> context)
        where T : class
        => Task.CompletedTask;

    public Task PostSend<T>(SendContext<T> context)
        where T : class
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }

    public Task SendFault<T>(SendContext<T> context, Exception exception)
        where T : class
        => Task.CompletedTask;
}
