using System.Globalization;
using Microsoft.Extensions.Options;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Polling;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Options;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Generation;

public sealed class When_many_predictions_are_checked : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ReplicateDriver _provider = null!;
    private ReplicateCaller _caller = null!;
    private PredictionReads _reads = null!;

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task as_long_as_they_are_few_each_is_read_by_itself()
    {
        for (var i = 1; i <= PredictionReads.Few; i++)
        {
            _provider.WillAnswerPrediction($"p{i}");
            Assert.Equal($"p{i}", (await ReadAsync(i)).Id);
        }

        Assert.Equal(PredictionReads.Few, _provider.Requests.Count);
    }

    [Fact]
    public async Task one_page_answers_a_hundred_of_one_moment()
    {
        await BeBusyAsync();
        _provider.WillAnswer(200, Page(1, 100));

        var asked = Enumerable.Range(1, 100).Select(ReadAsync).ToList();
        await PassAsync();

        var answers = await Task.WhenAll(asked);
        Assert.Equal(asked.Select((_, i) => $"p{i + 1}"), answers.Select(prediction => prediction.Id));
        var request = _provider.Requests[^1];
        Assert.StartsWith("/v1/predictions?created_after=2025-12-31T23%3A59%3A00", request.Target, StringComparison.Ordinal);
        Assert.Equal(PredictionReads.Few + 1, _provider.Requests.Count);
    }

    [Fact]
    public async Task what_the_page_lacks_is_read_by_itself()
    {
        await BeBusyAsync();
        _provider.WillAnswer(200, Page(1, 29));
        _provider.WillAnswerPrediction("p30", "processing");

        var asked = Enumerable.Range(1, 30).Select(ReadAsync).ToList();
        await PassAsync();

        Assert.Equal("processing", (await asked[^1]).Status);
        await Task.WhenAll(asked);
        Assert.Equal("/v1/predictions/p30", _provider.Requests[^1].Target);
    }

    [Fact]
    public async Task a_picture_whose_output_the_page_left_out_is_read_by_itself()
    {
        await BeBusyAsync();
        _provider.WillAnswer(200, Page(1, 30).Replace(
            """{"id":"p7","status":"starting"}""", """{"id":"p7","status":"succeeded"}""", StringComparison.Ordinal));
        _provider.WillAnswer(200, """{"id":"p7","status":"succeeded","output":"https://d.example/a.png"}""");

        var asked = Enumerable.Range(1, 30).Select(ReadAsync).ToList();
        await PassAsync();

        Assert.Equal("https://d.example/a.png", (await asked[6]).OutputUrl);
    }

    [Fact]
    public async Task a_list_that_fails_fails_each()
    {
        await BeBusyAsync();
        _provider.WillAnswer(500, "");

        var asked = Enumerable.Range(1, 30).Select(ReadAsync).ToList();
        await PassAsync();

        foreach (var read in asked)
        {
            await Assert.ThrowsAsync<SceneGen.Replicate.ReplicateException>(() => read);
        }
    }

    [Fact]
    public async Task they_are_looked_at_on_one_beat()
    {
        await BeBusyAsync();
        _provider.WillAnswerPrediction("p1");
        var oneMore = ReadAsync(1);
        await PassAsync();
        await oneMore;
        var watch = Watch(new ModelPace());
        _time.Advance(TimeSpan.FromMilliseconds(345));

        var due = _time.GetUtcNow() + watch.WaitAfter(1, Intent("a/b"))!.Value;

        Assert.Equal(0, due.Millisecond);
        Assert.InRange(due - _time.GetUtcNow(), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void a_model_whose_time_is_known_is_looked_at_when_that_is_near()
    {
        var pace = new ModelPace();
        var watch = Watch(pace);
        var intent = Intent("a/b");
        Assert.Null(watch.WaitAfter(1, intent));

        foreach (var seconds in new[] { 12, 13, 14, 15, 20 })
        {
            watch.Note(intent, Prediction(seconds));
        }

        // Half of them took 14 s, the slowest 20 s.
        Assert.Equal(TimeSpan.FromSeconds(14), watch.WaitAfter(1, intent));
        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(TimeSpan.FromSeconds(2), watch.WaitAfter(2, intent));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(6.75), watch.WaitAfter(3, intent));
        Assert.Null(watch.WaitAfter(1, Intent("c/d")));
    }

    public async ValueTask InitializeAsync()
    {
        _provider = await ReplicateDriver.StartAsync();
        _caller = new ReplicateCaller(_provider.BaseUrl);
        _reads = new PredictionReads(_caller.Api, _time);
    }

    public async ValueTask DisposeAsync()
    {
        _reads.Dispose();
        _caller.Dispose();
        await _provider.DisposeAsync();
    }

    private static string Page(int first, int last)
    {
        var items = Enumerable.Range(first, last - first + 1).Reverse()
            .Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"p{{i}}","status":"starting"}"""));
        return $$"""{"next":null,"results":[{{string.Join(',', items)}}]}""";
    }

    private PredictionWatch Watch(ModelPace pace) => new(pace, _reads, Options.Create(new PollingOptions()), _time);

    private Prediction Prediction(int seconds) => new()
    {
        Id = "p",
        Status = "succeeded",
        CreatedAt = _time.GetUtcNow(),
        CompletedAt = _time.GetUtcNow().AddSeconds(seconds),
    };

    private GenerationIntent Intent(string model) => new()
    {
        SceneId = Guid.Empty,
        Run = 1,
        Attempt = 1,
        Model = model,
        Prompt = "",
        ThemeVersion = 1,
        Seed = null,
        Input = "{}",
        AskedAt = _time.GetUtcNow(),
        LeaseEndsAt = _time.GetUtcNow(),
    };

    private Task<Prediction> ReadAsync(int i) => _reads.ReadAsync($"p{i}", _time.GetUtcNow(), Canceled);

    private async Task BeBusyAsync()
    {
        for (var i = 0; i < PredictionReads.Few; i++)
        {
            _provider.WillAnswerPrediction("busy");
            await ReadAsync(0);
        }
    }

    /// <summary>Lets the moment pass in which checks are gathered, whenever it has begun.</summary>
    private async Task PassAsync()
    {
        var before = _provider.Requests.Count;
        while (_provider.Requests.Count == before)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(5, Canceled);
        }
    }
}
