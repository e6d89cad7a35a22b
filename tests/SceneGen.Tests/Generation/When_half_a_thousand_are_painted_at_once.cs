using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Timers;
using SceneGen.Simulator.Painting;

namespace SceneGen.Tests.Generation;

public sealed class When_half_a_thousand_are_painted_at_once
{
    private const int Scenes = 500;
    private static readonly PollingOptions Polling = new();

    /// <summary>As many at once as the consumer takes.</summary>
    private const int AtOnce = 128;

    private readonly PriorityQueue<CheckGeneration, DateTimeOffset> _timers = new();

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task three_reads_are_enough_for_ten_scenes()
    {
        await using var shop = await SimulatedShop.OpenAsync(
            world => (world.GenerationTime, world.Painting) = (TimeSpan.FromSeconds(30), PaintingMode.Plain),
            ("Replicate:CreatesPerMinute", "6000"));

        // All have begun before the first one ends.
        for (var i = 0; i < Scenes; i++)
        {
            await BuyAsync(shop);
            shop.Advance(0.04);
            await LookAsync(shop);
        }

        while (_timers.Count > 0)
        {
            shop.Advance(0.1);
            await LookAsync(shop);
        }

        var reads = await shop.CountAsync("gets") + await shop.CountAsync("lists");
        TestContext.Current.TestOutputHelper!.WriteLine($"{Scenes} scenes, {reads} reads");
        Assert.InRange(reads, 1, Scenes * 0.3);
    }

    private async Task BuyAsync(SimulatedShop shop)
    {
        var order = SimulatedShop.Order() with { AvatarUrl = shop.Avatar };
        var begun = Assert.IsType<Purchase.Begun>(await shop.BuyAsync(order));
        Arm(shop, order.SceneId, check: 1, shop.Buyer.Watch.Begin(begun.Intent) ?? Polling.First);
    }

    /// <summary>All checks that are due; those that come back are for a later moment.</summary>
    private async Task LookAsync(SimulatedShop shop)
    {
        while (TakeDue(shop) is { Count: > 0 } due)
        {
            var looks = due.ConvertAll(check => LookAsync(shop, check));
            while (!looks.TrueForAll(look => look.IsCompleted))
            {
                await Task.WhenAny(Task.WhenAll(looks), Task.Delay(10, Canceled));
                shop.Advance(0.02);
            }

            await Task.WhenAll(looks);
        }
    }

    private List<CheckGeneration> TakeDue(SimulatedShop shop)
    {
        var due = new List<CheckGeneration>();
        while (due.Count < AtOnce && _timers.TryPeek(out _, out var at) && at <= shop.Buyer.Time.GetUtcNow())
        {
            due.Add(_timers.Dequeue());
        }

        return due;
    }

    private async Task LookAsync(SimulatedShop shop, CheckGeneration check)
    {
        var result = await shop.Buyer.LookAsync(check);
        if (result is CheckResult.Running running)
        {
            var wait = running.Wait ?? Backoff.Wait(running.Check, Polling.First, Polling.Factor, Polling.Max);
            Arm(shop, check.SceneId, running.Check + 1, wait);
            return;
        }

        Assert.IsType<CheckResult.Succeeded>(result);
    }

    private void Arm(SimulatedShop shop, Guid scene, int check, TimeSpan wait)
    {
        lock (_timers)
        {
            _timers.Enqueue(
                new CheckGeneration { SceneId = scene, Run = 1, Attempt = 1, Check = check },
                shop.Buyer.Time.GetUtcNow() + wait);
        }
    }
}
