using SceneGen.Simulator.Painting;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Ledger;

public sealed class When_there_are_thousands
{
    private const int InFlight = 500;
    private const int Rounds = 4;

    [Fact]
    public async Task each_is_made_told_and_booked_once()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            configure: options => options.Painting = PaintingMode.Plain);
        await using var listener = await WebhookListener.StartAsync();
        var provider = new ProviderCaller(simulator);

        for (var round = 1; round <= Rounds; round++)
        {
            var (from, to) = ((round - 1) * InFlight, round * InFlight);
            await Parallel.ForAsync(from, to, TestContext.Current.CancellationToken, async (number, _) =>
                await provider.CreateAsync($"number {number}", $"{listener.Url}&n={number}", "completed"));
            simulator.Clock.Advance(TimeSpan.FromSeconds(10));
            await listener.UntilHeardAsync(to);
        }

        var summary = await provider.SummaryAsync();
        Assert.Equal(InFlight * Rounds, summary["billed"]!.GetValue<int>());
        Assert.Equal(InFlight * Rounds, summary["webhooks"]!["delivered"]!.GetValue<int>());
        Assert.Equal(0, summary["duplicateWebhooks"]!["extra"]!.GetValue<int>());
        Assert.Equal(InFlight * Rounds, listener.Heard.Select(heard => heard.Id).Distinct().Count());
    }
}
