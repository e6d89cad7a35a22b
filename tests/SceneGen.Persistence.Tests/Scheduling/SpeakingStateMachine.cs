using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Scheduling;

/// <summary>Each step changes the cart, says one thing and sets one timer.</summary>
public sealed class SpeakingStateMachine : MassTransitStateMachine<Cart>
{
    public SpeakingStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Added, e => e.CorrelateById(c => c.Message.Id));
        Schedule(() => Reminder, cart => cart.TimeoutToken, schedule =>
        {
            schedule.Delay = TimeSpan.FromDays(2);
            schedule.Received = e => e.CorrelateById(c => c.Message.Id);
        });
        Initially(When(Begun).TransitionTo(Open));
        During(
            Open,
            When(Added)
                .Then(c => c.Saga.Items++)
                .Publish(c => new CartOrdered(c.Saga.CorrelationId))
                .Schedule(Reminder, c => new CartReminded(c.Saga.CorrelationId)));
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Event<Step> Added { get; private set; } = null!;
    public Schedule<Cart, CartReminded> Reminder { get; private set; } = null!;
}
