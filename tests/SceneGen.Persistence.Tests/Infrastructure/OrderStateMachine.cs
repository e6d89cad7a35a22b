using MassTransit;

namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed class OrderStateMachine : MassTransitStateMachine<Order>
{
    public OrderStateMachine()
    {
        InstanceState(order => order.CurrentState);
        Event(() => OrderPlaced, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => LineAdded, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => OrderDropped, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => CustomerRenamed, e => e.CorrelateBy((order, c) => order.Customer == c.Message.From));

        Initially(When(OrderPlaced).Then(c => c.Saga.Customer = c.Message.Customer).TransitionTo(Open));
        During(
            Open,
            Ignore(OrderPlaced),
            When(LineAdded)
                .Then(c => c.Saga.Lines++)
                .Publish(c => new OrderCounted(c.Saga.CorrelationId, c.Saga.Lines)),
            When(CustomerRenamed).Then(c => c.Saga.Customer = c.Message.To),
            When(OrderDropped).Finalize());
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;
    public Event<OrderPlaced> OrderPlaced { get; private set; } = null!;
    public Event<LineAdded> LineAdded { get; private set; } = null!;
    public Event<OrderDropped> OrderDropped { get; private set; } = null!;
    public Event<CustomerRenamed> CustomerRenamed { get; private set; } = null!;
}
