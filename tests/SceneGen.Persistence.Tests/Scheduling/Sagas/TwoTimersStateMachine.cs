using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Scheduling.Sagas;

/// <summary>A reminder after thirty days; after ninety it is given up.</summary>
public sealed class TwoTimersStateMachine : MassTransitStateMachine<Cart>
{
    public TwoTimersStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Schedule(() => Reminder, cart => cart.TimeoutToken, schedule =>
        {
            schedule.Delay = TimeSpan.FromDays(30);
            schedule.Received = e => e.CorrelateById(c => c.Message.Id);
        });
        Schedule(() => End, cart => cart.OtherTimeoutToken, schedule =>
        {
            schedule.Delay = TimeSpan.FromDays(90);
            schedule.Received = e => e.CorrelateById(c => c.Message.Id);
        });
        Initially(When(Begun)
            .Schedule(Reminder, c => new CartReminded(c.Saga.CorrelationId))
            .Schedule(End, c => new CartGivenUp(c.Saga.CorrelationId, 0))
            .TransitionTo(Open));
        During(
            Open,
            When(Reminder.Received).Then(c => c.Saga.Reminders++),
            When(End.Received).Finalize());
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Schedule<Cart, CartReminded> Reminder { get; private set; } = null!;
    public Schedule<Cart, CartGivenUp> End { get; private set; } = null!;
}
