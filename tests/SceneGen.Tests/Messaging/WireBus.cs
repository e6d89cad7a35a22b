using System.Text.Json.Nodes;
using MassTransit;
using SceneGen.Messaging;

namespace SceneGen.Tests.Messaging;

/// <summary>A bus that says and hears as the service's does, and shows the bytes.</summary>
internal sealed class WireBus : IAsyncDisposable, IReceiveObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TaskCompletionSource<byte[]> _body = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IBusControl _bus;

    private WireBus(Action<IReceiveEndpointConfigurator> listen)
        => _bus = Bus.Factory.CreateUsingInMemory(transport =>
        {
            transport.UseContractJson();
            transport.ReceiveEndpoint("wire", listen);
            transport.ConnectReceiveObserver(this);
        });

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    /// <summary>Publishes; returns the message in its envelope on the wire, and what a listener makes of it.</summary>
    public static async Task<(JsonNode Wire, T Heard)> SayAsync<T>(T message)
        where T : class
    {
        var heard = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var wire = new WireBus(endpoint => endpoint.Handler<T>(context =>
        {
            heard.SetResult(context.Message);
            return Task.CompletedTask;
        }));
        await wire._bus.StartAsync(Canceled);
        await wire._bus.Publish(message, Canceled);
        var body = await wire._body.Task.WaitAsync(Patience, Canceled);
        return (JsonNode.Parse(body)!["message"]!, await heard.Task.WaitAsync(Patience, Canceled));
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync(CancellationToken.None);

    Task IReceiveObserver.PreReceive(ReceiveContext context)
    {
        _body.TrySetResult(context.Body.GetBytes());
        return Task.CompletedTask;
    }

    Task IReceiveObserver.PostReceive(ReceiveContext context) => Task.CompletedTask;

    Task IReceiveObserver.PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        => Task.CompletedTask;

    Task IReceiveObserver.ConsumeFault<T>(
        ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        => Task.CompletedTask;

    Task IReceiveObserver.ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}
