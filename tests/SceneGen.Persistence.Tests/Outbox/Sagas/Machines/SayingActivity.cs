using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>A step of a saga that speaks by what the container gave it; its first attempt fails after that.</summary>
public sealed class SayingActivity(IPublishEndpoint publisher, ISendEndpointProvider senders)
    : IStateMachineActivity<Cart, Begin>
{
    public async Task Execute(BehaviorContext<Cart, Begin> context, IBehavior<Cart, Begin> next)
    {
        var attempt = context.GetRetryAttempt();
        await publisher.Publish(new Step(context.Saga.CorrelationId, attempt), context.CancellationToken);
        var steps = await senders.GetSendEndpoint(new Uri("exchange:steps"));
        await steps.Send(new Step(context.Saga.CorrelationId, attempt), context.CancellationToken);
        if (attempt == 0)
        {
            throw new InvalidOperationException("Not yet.");
        }

        await next.Execute(context);
    }

    public Task Faulted<TException>(
        BehaviorExceptionContext<Cart, Begin, TException> context, IBehavior<Cart, Begin> next)
        where TException : Exception
        => next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope("saying");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);
}
