using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Databases;
using SceneGen.Web.Access;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_a_scene_is_watched : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private LiveService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
        => _service = await new LiveService(_database.ConnectionString, ("Live:CatchUp", "200ms"), ("Live:Watchers", "3")).StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task the_present_comes_first_then_each_change_and_the_end_closes_it()
    {
        var scene = await _service.AddAsync("Submitting");
        using var watcher = await _service.WatchAsync(scene.CorrelationId);

        var first = (await watcher.NextAsync())!.Value;
        await _service.EnterAsync(scene.CorrelationId, "Generating");
        var second = (await watcher.NextAsync())!.Value;
        await _service.EnterAsync(scene.CorrelationId, "Canceled");

        Assert.Equal((1, "submitting"), (first.Id, first.Data.GetProperty("status").GetString()));
        Assert.Equal(1, first.Data.GetProperty("sequence").GetInt32());
        Assert.Equal((2, "generating"), (second.Id, second.Data.GetProperty("status").GetString()));
        Assert.Equal("Painting your scene", second.Data.GetProperty("step").GetProperty("text").GetString());
        Assert.Equal([(3, "canceled")], await watcher.RestAsync());
    }

    [Fact]
    public async Task it_may_be_kept_and_held_up_by_nobody()
    {
        var scene = await _service.AddAsync("Submitting");
        using var watcher = await _service.WatchAsync(scene.CorrelationId, language: "de");
        var first = (await watcher.NextAsync())!.Value;

        var answer = watcher.Answer;
        Assert.Equal("text/event-stream; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no", answer.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.Equal("Farben und Pinsel werden bereitgelegt", first.Data.GetProperty("step").GetProperty("text").GetString());
    }

    [Fact]
    public async Task it_goes_on_where_the_reader_was()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        await _service.EnterAsync(scene, "Generating");
        await _service.ChangeAsync(scene, (row, now) => row.Note(now, "Only operators are told."));
        await _service.EnterAsync(scene, "Storing");
        await _service.EnterAsync(scene, "Canceled");

        using var byHeader = await _service.WatchAsync(scene, after: 1);
        using var byQuery = new EventReader(await _service.GetAsync($"/api/scenes/{scene}/events?lastEventId=2"));
        using var unknown = await _service.WatchAsync(scene, after: 6);
        using var ended = await _service.WatchAsync(scene, after: 5);

        Assert.Equal([(2, "generating"), (4, "storing"), (5, "canceled")], await byHeader.RestAsync());
        Assert.Equal([(4, "storing"), (5, "canceled")], await byQuery.RestAsync());
        Assert.Equal([(5, "canceled")], await unknown.RestAsync());
        Assert.Equal(HttpStatusCode.NoContent, ended.Answer.StatusCode);
    }

    [Fact]
    public async Task a_change_that_nobody_told_of_is_seen_all_the_same()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        using var watcher = await _service.WatchAsync(scene);
        await watcher.NextAsync();

        await _service.EnterAsync(scene, "Expired", isTold: false);

        Assert.Equal([(2, "expired")], await watcher.RestAsync());
    }

    [Fact]
    public async Task what_is_not_there_or_erased_is_said_and_an_erased_one_ends()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        using var watcher = await _service.WatchAsync(scene);
        await watcher.NextAsync();

        await _service.ChangeAsync(scene, (row, now) => row.ErasedAt = now, isTold: false);

        Assert.Empty(await watcher.RestAsync());
        using var gone = await _service.WatchAsync(scene);
        Assert.Equal(HttpStatusCode.Gone, gone.Answer.StatusCode);
        using var unknown = await _service.WatchAsync(Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, unknown.Answer.StatusCode);
    }

    [Fact]
    public async Task a_rollback_is_no_end_and_a_failure_is_told_as_the_scene_tells_it()
    {
        var scene = (await _service.AddAsync("Generating")).CorrelationId;
        using var watcher = await _service.WatchAsync(scene);
        await watcher.NextAsync();

        await _service.ChangeAsync(scene, (row, now) =>
        {
            (row.CurrentState, row.FailureCode) = ("RollingBack", "avatar_unreadable");
            row.NoteTransition(now);
        });
        var rolling = (await watcher.NextAsync())!.Value.Data;
        await _service.EnterAsync(scene, "RolledBack");
        var over = (await watcher.NextAsync())!.Value.Data;

        Assert.False(rolling.GetProperty("failure").GetProperty("avatarRolledBack").GetBoolean());
        Assert.True(over.GetProperty("failure").GetProperty("avatarRolledBack").GetBoolean());
        Assert.Null(await watcher.NextAsync());
    }

    [Fact]
    public async Task no_more_watch_than_may()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        using var one = await _service.WatchAsync(scene);
        using var two = await _service.WatchAsync(scene);
        using var three = await _service.WatchAsync(scene);

        using var refused = await _service.WatchAsync(scene);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Answer.StatusCode);
        Assert.NotNull(refused.Answer.Headers.RetryAfter);
        Assert.Contains("watchers_full", await refused.Answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var seats = _service.Services.GetRequiredService<WatcherSeats>();
        var other = new DefaultHttpContext { User = CallerKinds.OfSession("session-1", lastErasure: 0, isToken: true) };
        Assert.Equal((null, "watchers_full"), seats.Take(other));
    }

    [Fact]
    public async Task a_stop_of_the_service_ends_it_as_it_should_end()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        using var watcher = await _service.WatchAsync(scene);
        await watcher.NextAsync();

        var stopped = _service.StopAsync();

        Assert.Empty(await watcher.RestAsync());
        await stopped;
    }
}
