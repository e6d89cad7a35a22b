using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Scenes.Live;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Live;
using SceneGen.Web.Scenes.Resources;
using SceneGen.Web.Scenes.Waiting;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_a_wait_has_its_bounds : IAsyncLifetime
{
    private const int Waiters = 3;
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private readonly SqliteDatabase _database = new();
    private readonly ManualTime _time = new();
    private LiveService _service = null!;
    private Guid _scene;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await new LiveService(
            _database.ConnectionString, ("Live:CatchUp", "60s"), ("Live:Watchers", $"{Waiters}")).StartAsync();
        _scene = (await _service.AddAsync("Submitting")).CorrelationId;
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task a_change_is_read_once_for_all_who_wait()
    {
        var lookout = _service.Services.GetRequiredService<SceneLookout>();
        var answers = Enumerable.Range(0, Waiters).Select(_ => WaitAsync("wait=60")).ToList();
        await _service.IsWatchedAsync(Waiters);

        await _service.EnterAsync(_scene, "Generating");

        foreach (var answer in await Task.WhenAll(answers))
        {
            Assert.Equal((HttpStatusCode.OK, "W/\"2-en\""), (answer.StatusCode, answer.Headers.ETag!.ToString()));
            answer.Dispose();
        }

        Assert.Equal(1, lookout.Reads);
    }

    [Fact]
    public async Task who_finds_no_seat_is_answered_at_once_and_told_when_to_come_back()
    {
        var waiting = Enumerable.Range(0, Waiters).Select(_ => WaitAsync("wait=60")).ToList();
        await _service.IsWatchedAsync(Waiters);

        using var refused = await WaitAsync("wait=60");

        Assert.Equal(HttpStatusCode.NotModified, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Preference-Applied"));
        Assert.NotNull(refused.Headers.RetryAfter);
        await _service.EnterAsync(_scene, "Generating");
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task an_answer_that_waited_for_nothing_says_nothing_of_a_wait()
    {
        using var changed = await _service.GetAsync($"/api/scenes/{_scene}", ("If-None-Match", "W/\"7-en\""), ("Prefer", "wait=60"));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.False(changed.Headers.Contains("Preference-Applied"));
    }

    [Fact]
    public async Task the_time_for_work_stops_counting_when_the_wait_begins()
    {
        var limit = new Limit();
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestTimeoutFeature>(limit);
        var poll = ActivatorUtilities.CreateInstance<LongPoll>(_service.Services, _time);

        var waiting = poll.WaitAsync(_scene, _ => false, Minute, http);
        while (!_time.IsWaitedForIn(Minute))
        {
            await Task.Delay(10, Stop);
        }

        Assert.True(limit.IsLifted);
        _time.Advance(Minute);
        Assert.Equal(WaitOutcome.TimeUp, (await waiting).Outcome);
    }

    [Fact]
    public async Task an_accepted_scene_is_answered_though_the_wait_for_it_fails()
    {
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        var services = _service.Services;
        var scenes = new SceneFinder(nothing.GetRequiredService<IServiceScopeFactory>());
        var poll = new LongPoll(
            services.GetRequiredService<SceneChanges>(),
            scenes,
            services.GetRequiredService<WatcherSeats>(),
            services.GetRequiredService<IHostApplicationLifetime>(),
            _time);
        var wait = new WaitForScene(poll, services.GetRequiredService<SceneTeller>(), NullLogger<WaitForScene>.Instance);
        var accepted = TypedResults.Accepted($"/api/scenes/{_scene}", await ResourceAsync());
        var http = new DefaultHttpContext();
        http.Request.Headers["Prefer"] = "wait=60";

        var answer = await wait.InvokeAsync(
            EndpointFilterInvocationContext.Create(http), _ => ValueTask.FromResult<object?>(accepted));

        Assert.Same(accepted, Assert.IsType<Accepted<SceneResource>>(answer));
    }

    private async Task<SceneResource> ResourceAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<SceneReader>();
        return reader.ToResource((await reader.FindAsync(_scene, Stop))!);
    }

    private Task<HttpResponseMessage> WaitAsync(string preference)
        => _service.GetAsync($"/api/scenes/{_scene}", ("If-None-Match", "W/\"1-en\""), ("Prefer", preference));

    private sealed class Limit : IHttpRequestTimeoutFeature
    {
        public bool IsLifted { get; private set; }

        public CancellationToken RequestTimeoutToken => CancellationToken.None;

        public void DisableTimeout() => IsLifted = true;
    }
}
