using System.Globalization;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Polling;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Generation;

public sealed class When_many_predictions_are_checked : IAsyncLifetime
{
    private ScriptedShop _shop = null!;

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    private ManualTime Time => _shop.Buyer.Time;

    private int Calls => _shop.Provider.Requests.Count;

    [Fact]
    public async Task as_long_as_they_are_few_each_is_read_by_itself()
    {
        for (var i = 1; i <= Beat.Few; i++)
        {
            _shop.Provider.WillAnswerPrediction($"p{i}");
            Assert.Equal($"p{i}", (await LookAsync(i)).Prediction!.Id);
        }

        Assert.Equal(Beat.Few, Calls);
    }

    [Fact]
    public async Task one_page_answers_a_hundred_of_one_moment()
    {
        await BeBusyAsync();
        _shop.Provider.WillAnswer(200, Page(1, 100));

        var asked = Enumerable.Range(1, 100).Select(LookAsync).ToList();
        await PassAsync();

        var looks = await Task.WhenAll(asked);
        Assert.Equal(asked.Select((_, i) => $"p{i + 1}"), looks.Select(look => look.Prediction!.Id));
        Assert.StartsWith(
            "/v1/predictions?created_after=2025-12-31T23%3A59%3A00",
            _shop.Provider.Requests[^1].Target,
            StringComparison.Ordinal);
        Assert.Equal(Beat.Few + 1, Calls);
    }

    [Fact]
    public async Task the_list_answers_until_the_next_beat()
    {
        await BeBusyAsync();
        await ListAsync(Page(1, 60));
        var calls = Calls;

        Assert.Equal("p60", (await LookAsync(60)).Prediction!.Id);
        var tooNew = await LookAsync(61);

        Assert.Null(tooNew.Prediction);
        Assert.Equal(0, (Time.GetUtcNow() + tooNew.Wait).Millisecond);
        Assert.Equal(calls, Calls);

        Time.Advance(tooNew.Wait);
        await ListAsync(Page(1, 61));
        Assert.Equal("p61", (await LookAsync(61)).Prediction!.Id);
        Assert.Equal(calls + 1, Calls);
    }

    [Fact]
    public async Task a_check_that_a_webhook_has_brought_forward_does_not_trust_an_older_list()
    {
        await _shop.DisposeAsync();
        _shop = await ScriptedShop.OpenAsync(webhooks: "http://127.0.0.1:1");
        await BeBusyAsync();
        await ListAsync(Page(1, 30));
        _shop.Provider.WillAnswerPrediction("p7", "processing");

        var look = LookAsync(7);
        await PassAsync();

        Assert.Equal("processing", (await look).Prediction!.Status);
    }

    [Fact]
    public async Task what_the_page_lacks_is_read_by_itself()
    {
        await BeBusyAsync();
        _shop.Provider.WillAnswer(200, Page(1, 29));
        _shop.Provider.WillAnswerPrediction("p30", "processing");

        var asked = Enumerable.Range(1, 30).Select(LookAsync).ToList();
        await PassAsync();

        Assert.Equal("processing", (await asked[^1]).Prediction!.Status);
        await Task.WhenAll(asked);
        Assert.Equal("/v1/predictions/p30", _shop.Provider.Requests[^1].Target);
    }

    [Fact]
    public async Task a_picture_whose_output_the_page_left_out_is_read_by_itself()
    {
        await BeBusyAsync();
        _shop.Provider.WillAnswer(200, Page(1, 30).Replace(
            """{"id":"p7","status":"starting"}""", """{"id":"p7","status":"succeeded"}""", StringComparison.Ordinal));
        _shop.Provider.WillAnswer(200, """{"id":"p7","status":"succeeded","output":"https://d.example/a.png"}""");

        var asked = Enumerable.Range(1, 30).Select(LookAsync).ToList();
        await PassAsync();

        Assert.Equal("https://d.example/a.png", (await asked[6]).Prediction!.OutputUrl);
    }

    [Fact]
    public async Task a_list_that_fails_fails_each()
    {
        await BeBusyAsync();
        _shop.Provider.WillAnswer(500, "");

        var asked = Enumerable.Range(1, 30).Select(LookAsync).ToList();
        await PassAsync();

        foreach (var look in asked)
        {
            await Assert.ThrowsAsync<ReplicateException>(() => look);
        }
    }

    [Fact]
    public async Task a_page_takes_one_read_from_the_budget_however_many_it_answers()
    {
        await _shop.DisposeAsync();
        _shop = await ScriptedShop.OpenAsync(readsPerMinute: "780");
        await BeBusyAsync();
        _shop.Provider.WillAnswer(200, Page(1, 100));

        // Of the 26 of two seconds, 20 are gone.
        var asked = Enumerable.Range(1, 100).Select(LookAsync).ToList();
        await PassAsync();

        Assert.All(await Task.WhenAll(asked), look => Assert.NotNull(look.Prediction));
    }

    [Fact]
    public async Task they_are_looked_at_on_one_beat_from_the_first_look_on()
    {
        await BeBusyAsync();
        Time.Advance(TimeSpan.FromMilliseconds(345));

        var due = Time.GetUtcNow() + _shop.Buyer.Watch.Begin(Intent(1))!.Value;

        Assert.Equal(0, due.Millisecond);
        Assert.InRange(due - Time.GetUtcNow(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void a_model_whoseTime_is_known_is_looked_at_when_that_is_near()
    {
        var watch = _shop.Buyer.Watch;
        var intent = Intent(1);
        Assert.Null(watch.WaitAfter(1, intent));

        foreach (var seconds in new[] { 12, 13, 14, 15, 20 })
        {
            watch.Note(intent, Prediction(seconds));
        }

        // Half of them took 14 s, the slowest 20 s.
        Assert.Equal(TimeSpan.FromSeconds(14), watch.WaitAfter(1, intent));
        Time.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(TimeSpan.FromSeconds(2), watch.WaitAfter(2, intent));
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(6.75), watch.WaitAfter(3, intent));
        Assert.Null(watch.WaitAfter(1, Intent(1) with { Model = "c/d" }));
    }

    public async ValueTask InitializeAsync() => _shop = await ScriptedShop.OpenAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private static string Page(int first, int last)
    {
        var items = Enumerable.Range(first, last - first + 1).Reverse()
            .Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"p{{i}}","status":"starting"}"""));
        return $$"""{"next":null,"results":[{{string.Join(',', items)}}]}""";
    }

    private Prediction Prediction(int seconds) => new()
    {
        Id = "p",
        Status = "succeeded",
        CreatedAt = Time.GetUtcNow(),
        CompletedAt = Time.GetUtcNow().AddSeconds(seconds),
    };

    private GenerationIntent Intent(int i) => new()
    {
        SceneId = Guid.Empty,
        Run = 1,
        Attempt = 1,
        Model = "a/b",
        Prompt = "",
        ThemeVersion = 1,
        Seed = null,
        Input = "{}",
        AskedAt = Time.GetUtcNow(),
        LeaseEndsAt = Time.GetUtcNow(),
        PredictionId = string.Create(CultureInfo.InvariantCulture, $"p{i}"),
    };

    private Task<Look> LookAsync(int i) => _shop.Buyer.Reads.LookAsync(Intent(i), Canceled);

    private async Task BeBusyAsync()
    {
        for (var i = 0; i < Beat.Few; i++)
        {
            _shop.Provider.WillAnswerPrediction("busy");
            await LookAsync(0);
        }
    }

    private async Task ListAsync(string page)
    {
        _shop.Provider.WillAnswer(200, page);
        var asked = Enumerable.Range(1, 30).Select(LookAsync).ToList();
        await PassAsync();
        await Task.WhenAll(asked);
    }

    /// <summary>Lets the moment pass in which checks are gathered, whenever it has begun.</summary>
    private async Task PassAsync()
    {
        var before = Calls;
        while (Calls == before)
        {
            Time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(5, Canceled);
        }
    }
}
