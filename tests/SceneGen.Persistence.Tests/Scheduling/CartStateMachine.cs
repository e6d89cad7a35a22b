using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Scheduling;

/// <summary>A cart that reminds twice of what lies in it, then is given up.</summary>
public sealed class CartStateMachine : MassTransitStateMachine<Cart>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public CartStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Added, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Ordered, e => e.CorrelateById(c => c.Message.Id));
        Schedule(() => Reminder, cart => cart.TimeoutToken, schedule =>
        {
            schedule.Delay = TimeSpan.FromMinutes(10);
            schedule.Received = e => e.CorrelateById(c => c.Message.Id);
        });

        Initially(When(Begun).Schedule(Reminder, c => new CartReminded(c.Saga.CorrelationId)).TransitionTo(Open));
        During(
            Open,
            When(Added)
                .Then(c => c.Saga.Items++)
                .Schedule(Reminder, c => new CartReminded(c.Saga.CorrelationId)),
            When(Reminder.Received).IfElse(
                c => c.Saga.Reminders++ == 0,
                again => again.Schedule(Reminder, c => new CartReminded(c.Saga.CorrelationId), _ => Hour),
                over => over.Publish(c => new CartGivenUp(c.Saga.CorrelationId, c.Saga.Items)).Finalize()),
            When(Ordered).Unschedule(Reminder).TransitionTo(Closed));
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;
    public State Closed { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Event<Step> Added { get; private set; } = null!;
    public Event<CartOrdered> Ordered { get; private set; } = null!;
    public Schedule<Cart, CartReminded> Reminder { get; private set; } = null!;
}
