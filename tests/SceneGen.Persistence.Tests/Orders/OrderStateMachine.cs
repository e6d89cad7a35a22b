using MassTransit;

namespace SceneGen.Persistence.Tests.Orders;

public sealed class OrderStateMachine : MassTransitStateMachine<Order>
{
    public OrderStateMachine()
    {
        InstanceState(order => order.CurrentState);
        Correlate();
        Begin();
        WhileOpen();
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;
    public Event<OrderPlaced> OrderPlaced { get; private set; } = null!;
    public Event<OrderSlowlyPlaced> OrderSlowlyPlaced { get; private set; } = null!;
    public Event<OrderImported> OrderImported { get; private set; } = null!;
    public Event<OrderRefused> OrderRefused { get; private set; } = null!;
    public Event<OrderPeeked> OrderPeeked { get; private set; } = null!;
    public Event<OrderDropped> OrderDropped { get; private set; } = null!;
    public Event<LineAdded> LineAdded { get; private set; } = null!;
    public Event<LineSpoiled> LineSpoiled { get; private set; } = null!;
    public Event<CustomerRenamed> CustomerRenamed { get; private set; } = null!;
    public Event<CustomerCounted> CustomerCounted { get; private set; } = null!;

    private void Correlate()
    {
        Event(() => OrderPlaced, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => OrderSlowlyPlaced, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => OrderRefused, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => OrderDropped, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => LineSpoiled, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => OrderPeeked, e =>
        {
            e.CorrelateById(c => c.Message.OrderId);
            e.ReadOnly = true;
        });
        Event(() => OrderImported, e =>
        {
            e.CorrelateById(c => c.Message.OrderId);
            e.InsertOnInitial = true;
            e.SetSagaFactory(c => new Order { CorrelationId = c.Message.OrderId, Customer = "imported" });
        });
        Event(() => LineAdded, e =>
        {
            e.CorrelateById(c => c.Message.OrderId);
            e.OnMissingInstance(missing => missing.ExecuteAsync(c => c.Publish(new LineMissed(c.Message.OrderId))));
        });
        Event(() => CustomerRenamed, e => e.CorrelateBy((order, c) => order.Customer == c.Message.From));
        Event(() => CustomerCounted, e => e
            .CorrelateBy((order, c) => order.Customer == c.Message.Customer)
            .SelectId(_ => NewId.NextGuid()));
    }

    private void Begin()
        => Initially(
            When(OrderPlaced).Then(c => c.Saga.Customer = c.Message.Customer).TransitionTo(Open),
            When(OrderSlowlyPlaced).ThenAsync(AddSlowlyAsync).TransitionTo(Open),
            When(OrderImported).Then(c => c.Saga.Lines++).TransitionTo(Open),
            When(OrderRefused).Finalize(),
            When(CustomerCounted).Then(c => c.Saga.Customer = c.Message.Customer).TransitionTo(Open)
                .Respond(c => new OrderCounted(c.Saga.CorrelationId, c.Saga.Lines)));

    private void WhileOpen()
        => During(
            Open,
            Ignore(OrderPlaced),
            When(OrderSlowlyPlaced).ThenAsync(AddSlowlyAsync),
            When(OrderImported).Then(c => c.Saga.Lines++),
            When(OrderPeeked)
                .Then(c => c.Saga.Lines += 100)
                .Respond(c => new OrderCounted(c.Saga.CorrelationId, c.Saga.Lines)),
            When(LineAdded)
                .Then(c => c.Saga.Lines++)
                .Publish(c => new OrderCounted(c.Saga.CorrelationId, c.Saga.Lines)),
            When(LineSpoiled)
                .Then(c => c.Saga.Lines++)
                .Publish(c => new OrderCounted(c.Saga.CorrelationId, c.Saga.Lines))
                .Then(_ => throw new SpoiledException()),
            When(CustomerRenamed).Then(c => c.Saga.Customer = c.Message.To),
            When(CustomerCounted).Respond(c => new OrderCounted(c.Saga.CorrelationId, c.Saga.Lines)),
            When(OrderDropped).Finalize());

    // Work that takes long enough for another message to come in between.
    private static async Task AddSlowlyAsync(BehaviorContext<Order> context)
    {
        var lines = context.Saga.Lines;
        await Task.Delay(100, context.CancellationToken);
        context.Saga.Lines = lines + 1;
    }
}
