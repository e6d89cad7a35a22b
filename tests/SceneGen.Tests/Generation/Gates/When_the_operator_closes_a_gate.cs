using SceneGen.Generation;
using SceneGen.Generation.Gates;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Generation.Traffic;

namespace SceneGen.Tests.Generation.Gates;

public sealed class When_the_operator_closes_a_gate
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_not_tried_and_stays_closed_until_the_operator_opens_it()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase());
        await fleet[0].Gates.KeepClosedAsync("provider", "the invoice is being settled", "operator", Stop);
        var order = A.Command(Guid.NewGuid()) with { Deadline = fleet.Time.GetUtcNow().AddDays(2) };

        for (var minute = 0; minute < 60; minute++)
        {
            Assert.IsType<Purchase.Postponed>(await fleet.BuyAsync(minute % 2, order));
            fleet.Advance(60);
        }

        Assert.Empty(fleet.Provider.Requests);
        await fleet[1].Gates.OpenByOperatorAsync("provider", Stop);
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        Assert.Equal("p1", Bought.Begun(await fleet.BuyAsync(0, order)));
    }

    [Fact]
    public async Task one_that_the_service_closed_is_from_then_on_the_operators()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        fleet.Provider.WillAnswer(402, "");
        await fleet.BuyAsync(0, A.Command(Guid.NewGuid()));

        await fleet[0].Gates.KeepClosedAsync("provider", why: null, "operator", Stop);

        var gate = Assert.Single(await fleet.GatesAsync());
        Assert.Equal((GateReasons.Operator, "operator", null), (gate.Reason, gate.ClosedBy, gate.NextProbeAt));
    }

    [Fact]
    public async Task what_was_bought_before_is_still_announced()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        var order = A.Command(Guid.NewGuid());
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        await fleet.BuyAsync(0, order);

        await fleet[0].Gates.KeepClosedAsync("provider", why: null, "operator", Stop);

        Assert.Equal("p1", Bought.Begun(await fleet.BuyAsync(0, order with { IsRepeat = true })));
    }
}
