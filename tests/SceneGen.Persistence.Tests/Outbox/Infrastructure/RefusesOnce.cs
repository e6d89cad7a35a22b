using MassTransit;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>A broker that takes one message not.</summary>
public sealed class RefusesOnce : ISendObserver
{
    public bool Refuses { get; set; }

    public bool Refused { get; private set; }

    public Task PreSend<T>(SendContext<T> context)
        where T : class
    {
        if (!Refuses)
        {
            return Task.CompletedTask;
        }

        (Refuses, Refused) = (false, true);
        throw new InvalidOperationException("The broker is away.");
    }

    public Task PostSend<T>(SendContext<T> context)
        where T : class
        => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception)
        where T : class
        => Task.CompletedTask;
}
