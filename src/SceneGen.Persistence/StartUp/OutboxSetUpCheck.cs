using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace SceneGen.Persistence.StartUp;

/// <summary>Refuses to start a bus whose settings would silently break what the outbox promises.</summary>
internal sealed class OutboxSetUpCheck(IBus bus) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var probe = JsonSerializer.SerializeToNode(bus.GetProbeResult(cancellationToken).Results);
        foreach (var endpoint in Each(probe?["bus"]?["host"]?["receiveEndpoint"]))
        {
            Inspect(endpoint, endpoint["name"]?.ToString() ?? "", subject: "every consumer");
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Inspect(JsonNode? node, string endpoint, string subject)
    {
        if (node is not JsonObject scope)
        {
            foreach (var item in node as JsonArray ?? [])
            {
                Inspect(item, endpoint, subject);
            }

            return;
        }

        var here = scope["consumer"]?["type"]?.ToString() ?? scope["outputType"]?.ToString() ?? subject;
        var isInside = false;
        foreach (var filter in Each(scope["filters"]))
        {
            Judge(filter["filterType"]?.ToString(), isInside, endpoint, here);
            isInside |= filter["filterType"]?.ToString() == "outbox";
        }

        foreach (var (_, child) in scope)
        {
            Inspect(child, endpoint, here);
        }
    }

    private static void Judge(string? filter, bool isInside, string endpoint, string subject)
    {
        var mend = filter switch
        {
            "retry" when isInside => "is retried inside the outbox; move its UseMessageRetry to the endpoint.",
            "delayedMessageRedelivery" => "is redelivered by the broker's delay; use UseScheduledRedelivery instead.",
            "delayedMessageScheduler" => "schedules by the broker's delay; leave UseDelayedMessageScheduler out.",
            _ => null,
        };
        if (mend is not null)
        {
            throw new InvalidOperationException($"On endpoint '{endpoint}', {subject} {mend}");
        }
    }

    /// <summary>A probe writes one thing as itself and several as a list.</summary>
    private static IEnumerable<JsonNode> Each(JsonNode? node) => node switch
    {
        null => [],
        JsonArray many => many.OfType<JsonNode>(),
        _ => [node],
    };
}
