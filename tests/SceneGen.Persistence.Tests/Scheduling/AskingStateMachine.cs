using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Scheduling;

/// <summary>A cart that asks for its price and waits a minute for it.</summary>
public sealed class AskingStateMachine : MassTransitStateMachine<Cart>
{
    public AskingStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Request(() => Price, cart => cart.RequestToken, request =>
        {
            request.ServiceAddress = new Uri("exchange:prices");
            request.Timeout = TimeSpan.FromMinutes(1);
        });
        Initially(When(Begun).Request(Price, c => new CartOrdered(c.Saga.CorrelationId)).TransitionTo(Price.Pending));
        During(
            Price.Pending,
            When(Price.Completed).Then(c => c.Saga.Items = c.Message.Number).TransitionTo(Priced),
            When(Price.TimeoutExpired).TransitionTo(Unpriced));
    }

    public State Priced { get; private set; } = null!;
    public State Unpriced { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Request<Cart, CartOrdered, Step> Price { get; private set; } = null!;
}
