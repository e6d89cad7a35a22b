using SceneGen.Persistence.Tests.Infrastructure;

namespace SceneGen.Persistence.Tests.Orders;

/// <summary>What a customer says of orders, and hears.</summary>
internal static class OrderTalk
{
    public static async Task<Guid> PlaceAsync(this SagaHarness<Order> harness, string customer)
    {
        var order = Guid.NewGuid();
        await harness.SayAsync(new OrderPlaced(order, customer));
        await harness.UntilAsync(order, row => row is not null);
        return order;
    }

    /// <summary>The lines that were counted, in the order in which that was said.</summary>
    public static async Task<List<int>> CountedAsync(this SagaHarness<Order> harness, Guid order, int howMany)
    {
        var counted = new List<int>();
        await foreach (var said in harness.Bus.Published.SelectAsync<OrderCounted>(
            said => said.Context.Message.OrderId == order, TestContext.Current.CancellationToken))
        {
            counted.Add(said.Context.Message.Lines);
            if (counted.Count == howMany)
            {
                break;
            }
        }

        return counted;
    }
}
