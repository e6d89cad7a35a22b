using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>Its row is to be inserted before anything else is done; what it then does fails.</summary>
public sealed class ImportingStateMachine : MassTransitStateMachine<Cart>
{
    public ImportingStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e =>
        {
            e.CorrelateById(c => c.Message.Id);
            e.InsertOnInitial = true;
            e.SetSagaFactory(c => new Cart { CorrelationId = c.Message.Id });
        });
        Initially(When(Begun)
            .Publish(c => new Step(c.Saga.CorrelationId, 1))
            .Then(_ => throw new InvalidOperationException("Never."))
            .TransitionTo(Open));
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
}
