using Microsoft.Extensions.Logging;
using SceneGen.Generation;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Generation.Traffic;

namespace SceneGen.Tests.Generation.Gates;

public sealed class When_the_provider_refuses_everybody
{
    private const string ModelGate = "model:black-forest-labs/flux-2-pro";

    [Theory]
    [InlineData(401, """{"title":"Unauthenticated"}""", "provider", GateReasons.Unauthorized)]
    [InlineData(402, """{"title":"Insufficient credit"}""", "provider", GateReasons.InsufficientCredit)]
    [InlineData(403, "", "provider", GateReasons.Forbidden)]
    [InlineData(404, "", ModelGate, GateReasons.ModelUnknown)]
    [InlineData(422, """{"title":"Invalid version or not permitted"}""", ModelGate, GateReasons.ModelUnknown)]
    [InlineData(422, """{"invalid_fields":[{"field":"input.size"}]}""", ModelGate, GateReasons.ModelMisconfigured)]
    [InlineData(307, "", ModelGate, GateReasons.RequestRefused)]
    public async Task its_gate_closes_and_the_next_scene_waits_without_a_call(
        int status, string body, string name, string reason)
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        var (first, second) = (Order(), Order());
        fleet.Provider.WillAnswer(status, body);

        Bought.Postponed(15, await fleet.BuyAsync(0, first));
        Assert.IsType<Purchase.Postponed>(await fleet.BuyAsync(0, second));

        var gate = Assert.Single(await fleet.GatesAsync());
        Assert.Equal((name, reason, 0, null), (gate.Name, gate.Reason, gate.Probes, gate.ClosedBy));
        Assert.Equal(fleet.Time.GetUtcNow().AddSeconds(15), gate.NextProbeAt);
        Assert.Single(fleet.Provider.Requests);
        Assert.Null(await fleet[0].IntentAsync(first));
        Assert.Null(await fleet[0].IntentAsync(second));
    }

    [Fact]
    public async Task one_scene_tries_again_at_longer_and_longer_intervals_until_it_is_answered()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        var order = Order();
        fleet.Provider.Otherwise = 402;
        Bought.Postponed(15, await fleet.BuyAsync(0, order));

        foreach (var (elapsed, next) in new[] { (15, 30), (30, 60), (60, 120), (120, 240), (240, 300), (300, 300) })
        {
            fleet.Advance(elapsed);
            Bought.Postponed(next, await fleet.BuyAsync(0, order with { IsRepeat = true }));
        }

        fleet.Advance(300);
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        Assert.Equal("p1", Bought.Begun(await fleet.BuyAsync(0, order with { IsRepeat = true })));
        Assert.Empty(await fleet.GatesAsync());
        Assert.Equal(8, fleet.Provider.Requests.Count);
    }

    [Fact]
    public async Task a_token_is_tried_by_a_look_at_the_account()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        var order = Order();
        fleet.Provider.WillAnswer(401, """{"title":"Unauthenticated"}""");
        await fleet.BuyAsync(0, order);

        fleet.Advance(15);
        fleet.Provider.WillAnswer(200, """{"type":"user","username":"ada"}""");
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        Assert.Equal("p1", Bought.Begun(await fleet.BuyAsync(0, order)));

        Assert.Equal(
            ["POST /v1/predictions", "GET /v1/account", "POST /v1/predictions"],
            fleet.Provider.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task another_model_is_asked_all_the_same()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        fleet.Provider.WillAnswer(404, "");
        await fleet.BuyAsync(0, Order());

        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        Assert.Equal("p1", Bought.Begun(await fleet.BuyAsync(0, Order() with { Attempt = 4 })));
        Assert.Equal(ModelGate, Assert.Single(await fleet.GatesAsync()).Name);
    }

    [Fact]
    public async Task another_instance_hears_of_it_with_its_next_slice_and_one_of_them_tries_again()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase());
        var orders = Enumerable.Range(0, 20).Select(_ => Order()).ToList();
        fleet.Provider.Otherwise = 402;
        await fleet.CreateAsync(1);
        await fleet.CreateAsync(0);
        fleet.Advance(5);
        Bought.Postponed(15, await fleet.BuyAsync(0, orders[0]));

        fleet.Advance(15);
        var purchases = await Task.WhenAll(
            orders.Select((order, index) => Task.Run(() => fleet.BuyAsync(index % 2, order))));

        Assert.All(purchases, purchase => Assert.IsType<Purchase.Postponed>(purchase));
        Assert.Equal(2, fleet.Provider.Requests.Count);
        Assert.Equal(1, Assert.Single(await fleet.GatesAsync()).Probes);
    }

    [Fact]
    public async Task of_those_who_know_that_a_probe_is_due_one_takes_it()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase());
        fleet.Provider.WillAnswer(402, "");
        await fleet.BuyAsync(0, Order());
        var gate = Assert.Single(await fleet.GatesAsync());
        fleet.Advance(15);

        var stop = TestContext.Current.CancellationToken;
        Assert.True(await fleet[0].Gates.TakeProbeAsync(gate, stop));
        Assert.False(await fleet[1].Gates.TakeProbeAsync(gate, stop));
    }

    [Fact]
    public async Task closing_and_opening_are_logged_once_each()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase());
        await Task.WhenAll(fleet.CreateAsync(0), fleet.CreateAsync(1));
        fleet.Advance(10);
        fleet.Provider.Otherwise = 402;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => fleet.BuyAsync(index % 2, Order()))));
        fleet.Advance(15);
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        await fleet.BuyAsync(0, Order());

        Assert.Equal(1, fleet.Log.Count(LogLevel.Error));
        Assert.Contains("The gate provider is closed: insufficient_credit", fleet.Log.Lines(LogLevel.Error), StringComparison.Ordinal);
        Assert.Contains("The gate provider is open again", fleet.Log.Lines(LogLevel.Information), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_check_goes_on_at_an_empty_account_and_waits_while_the_token_is_not_taken()
    {
        await using var fleet = await Fleet.StartAsync(new SqliteDatabase(), instances: 1);
        var order = Order();
        fleet.Provider.WillAnswerPrediction("p1", code: 201);
        await fleet.BuyAsync(0, order);
        fleet.Provider.WillAnswer(402, "");
        await fleet.BuyAsync(0, Order());

        fleet.Provider.WillAnswerPrediction("p1", "processing");
        Assert.Null(Assert.IsType<CheckResult.Running>(await fleet.LookAsync(0, order, check: 1)).Wait);
        fleet.Provider.WillAnswer(401, "");
        await fleet.LookAsync(0, order, check: 2);
        await fleet[0].Gates.OpenByOperatorAsync("provider", TestContext.Current.CancellationToken);
        fleet.Provider.WillAnswer(401, "");
        await fleet.LookAsync(0, order, check: 3);
        var calls = fleet.Provider.Requests.Count;

        var running = Assert.IsType<CheckResult.Running>(await fleet.LookAsync(0, order, check: 4));

        Assert.Equal((4, TimeSpan.FromSeconds(15)), (running.Check, running.Wait));
        Assert.Equal(calls, fleet.Provider.Requests.Count);
    }

    private static GenerateScene Order() => A.Command(Guid.NewGuid(), theme: "space-station");
}
