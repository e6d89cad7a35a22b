using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Scheduling;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>Counts whatever it is told, and says the count.</summary>
public sealed class CountingStateMachine : MassTransitStateMachine<Cart>
{
    public CountingStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Stepped, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Told, e => e.CorrelateBy((cart, c) => cart.CurrentState == c.Message.State));
        Initially(When(Begun).Then(c => c.Saga.Items++).TransitionTo(Open));
        During(
            Open,
            When(Begun).Then(c => c.Saga.Items++),
            When(Told).Then(c => c.Saga.Reminders++),
            When(Stepped)
                .Then(c => c.Saga.Items++)
                .Publish(c => new CartGivenUp(c.Saga.CorrelationId, c.Saga.Items)));
    }

    public State Open { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Event<Step> Stepped { get; private set; } = null!;
    public Event<AllTold> Told { get; private set; } = null!;
}
