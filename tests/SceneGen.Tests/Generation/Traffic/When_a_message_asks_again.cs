using SceneGen.Generation;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Generation.Traffic;

public sealed class When_a_message_asks_again
{
    [Fact]
    public async Task what_was_bought_takes_no_permit_and_what_failed_is_no_longer_under_way()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        var order = A.Command(Guid.NewGuid());
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        await fleet.BuyAsync(0, order);

        // Of eighteen permits one is used, however often the same is asked for.
        for (var repeat = 0; repeat < 40; repeat++)
        {
            Assert.Equal("p1", Bought.Begun(await fleet.BuyAsync(0, order with { IsRepeat = true })));
        }

        fleet.Provider.Otherwise = 502;
        for (var scene = 0; scene < 9; scene++)
        {
            await fleet.BuyAsync(0, A.Command(Guid.NewGuid()));
        }

        Assert.Equal(10, fleet.Provider.Requests.Count);
        Assert.Equal((0, 0), fleet[0].Traffic.InFlight);
        fleet.Provider.Otherwise = 201;
        Assert.True(await fleet.CreateAsync(0));
    }

    [Fact]
    public async Task no_wait_is_held_in_the_message_and_no_intent_is_written_for_it()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        while (await fleet.CreateAsync(0))
        {
            // Until the slice is used up.
        }

        var orders = Enumerable.Range(1, 9)
            .Select(minute => A.Command(Guid.NewGuid()) with { Deadline = fleet.Time.GetUtcNow().AddMinutes(minute) })
            .ToList();
        var waits = new List<TimeSpan>();
        foreach (var order in orders)
        {
            waits.Add(Assert.IsType<Purchase.Postponed>(await fleet.BuyAsync(0, order)).Wait);
            Assert.Null(await fleet[0].IntentAsync(order));
        }

        // Nine a second: the eldest first, each a slot later.
        Assert.All(waits.Zip(waits.Skip(1)), pair => Assert.Equal(1 / 9.0, (pair.Second - pair.First).TotalSeconds, tolerance: 0.001));
        Assert.Empty(fleet.Provider.Requests);
    }
}
