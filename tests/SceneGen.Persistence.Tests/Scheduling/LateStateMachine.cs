using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Scheduling;

/// <summary>A step that comes before its cart waits for it.</summary>
public sealed class LateStateMachine : MassTransitStateMachine<Cart>
{
    public LateStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Asked, e =>
        {
            e.CorrelateById(c => c.Message.Id);
            e.OnMissingInstance(missing => missing.Redeliver(
                redelivery => redelivery.Interval(50, TimeSpan.FromMinutes(1))));
        });
        Initially(When(Begun).TransitionTo(Open));
        During(Open, When(Asked).Respond(c => new CartGivenUp(c.Saga.CorrelationId, c.Message.Number)));
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Event<Step> Asked { get; private set; } = null!;
}
