using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>It lets one in: the second to begin is not expected.</summary>
public sealed class TurnstileStateMachine : MassTransitStateMachine<Cart>
{
    public TurnstileStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Initially(When(Begun).TransitionTo(Passed));
    }

    public State Passed { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
}
