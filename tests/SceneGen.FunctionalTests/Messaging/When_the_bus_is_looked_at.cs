using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Messaging;

[Collection(OneInstance.Shared)]
public sealed class When_the_bus_is_looked_at(OneInstance run)
{
    private static readonly string[] Queues =
    [
        "avatar-generated", "theme-selected", "scene-cancel-requested", "avatar-rolled-back", "avatar-rollback-refused",
        "scenes", "generate-scene", "check-generation", "cancel-generation", "store-scene", "discard-picture", "erase-traces", "post-rollback-request",
    ];

    private static readonly string[] Types = ["direct", "fanout", "headers", "topic"];

    [Fact]
    public async Task every_queue_of_the_service_is_replicated()
        => await Assert.AllAsync(Queues, async name =>
        {
            var queue = await run.Broker.QueueAsync(name);
            Assert.Equal("quorum", queue.GetProperty("type").GetString());
            Assert.Equal("quorum", queue.GetProperty("arguments").GetProperty("x-queue-type").GetString());
            Assert.True(queue.GetProperty("durable").GetBoolean());
        });

    [Fact]
    public async Task no_exchange_needs_a_plug_in()
        => Assert.All(
            await run.Broker.ExchangesAsync(),
            exchange => Assert.Contains(exchange.GetProperty("type").GetString()!, Types));

    [Fact]
    public async Task every_public_message_has_its_exchange()
    {
        var names = (await run.Broker.ExchangesAsync()).Select(exchange => exchange.GetProperty("name").GetString()!).ToList();

        Assert.All(
            (string[])[
                "AvatarGenerated", "ThemeSelected", "SceneCancelRequested", "AvatarRolledBack", "AvatarRollbackRefused",
                "SceneReady", "SceneFailed", "SceneRolledBack", "SceneCanceled", "SceneExpired", "AvatarRollbackRequested"],
            message => Assert.Contains($"SceneGen.Contracts:{message}", names));
    }
}
