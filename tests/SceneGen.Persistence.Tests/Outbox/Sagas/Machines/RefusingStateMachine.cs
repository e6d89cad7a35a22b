using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>It says something, and then that it will not.</summary>
public sealed class RefusingStateMachine : MassTransitStateMachine<Cart>
{
    public RefusingStateMachine(Witness witness)
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Initially(When(Begun)
            .Then(c => witness.Saw(c.Message))
            .Publish(c => new Step(c.Saga.CorrelationId, 1))
            .Then(_ => throw new InvalidOperationException("Never."))
            .TransitionTo(Open));
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
}
