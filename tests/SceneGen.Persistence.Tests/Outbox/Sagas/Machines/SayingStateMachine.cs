using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>It leaves the saying to an activity.</summary>
public sealed class SayingStateMachine : MassTransitStateMachine<Cart>
{
    public SayingStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Initially(When(Begun).Activity(step => step.OfType<SayingActivity>()).TransitionTo(Open));
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
}
