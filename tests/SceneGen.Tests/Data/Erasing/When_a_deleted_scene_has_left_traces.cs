using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Sessions;
using SceneGen.Assets.Files;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Data.Erasing;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Data.Erasing;

/// <summary>The message by which they were to go was lost.</summary>
public abstract class When_a_deleted_scene_has_left_traces : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    protected When_a_deleted_scene_has_left_traces(TestDatabase database)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddData(new ConfigurationBuilder()
                .AddInMemoryCollection([new("ConnectionStrings:Database", database.ConnectionString)])
                .Build())
            .BuildServiceProvider();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SceneDbContext Database => _services.GetRequiredService<SceneDbContext>();

    public async ValueTask InitializeAsync() => await Database.Database.EnsureCreatedAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task they_go_and_those_of_others_stay()
    {
        var (deleted, kept) = (await AddAsync(isDeleted: true), await AddAsync(isDeleted: false));

        await PassAsync(TimeSpan.FromMinutes(11));

        Assert.Empty(await TracesAsync(deleted));
        Assert.NotNull((await FindAsync(deleted)).TracesErasedAt);
        Assert.Equal(["answer", "callback", "intent", "parked", "timeline"], await TracesAsync(kept));
        Assert.Null((await FindAsync(kept)).TracesErasedAt);
    }

    /// <summary>What was under way for the scene then may leave more.</summary>
    [Fact]
    public async Task it_is_not_over_a_moment_after_the_deletion()
    {
        var deleted = await AddAsync(isDeleted: true);

        await PassAsync(TimeSpan.FromMinutes(9));
        Assert.NotEmpty(await TracesAsync(deleted));

        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(await TracesAsync(deleted));
    }

    [Fact]
    public async Task an_order_without_an_answer_is_looked_for_a_day_at_most()
    {
        var deleted = await AddAsync(isDeleted: true);
        Database.Add(A.Purchase(deleted) with { Attempt = 2, Prompt = "A fox called Juniper.", AskedAt = _time.GetUtcNow(), PredictionId = null });
        await SaveAsync();

        await PassAsync(TimeSpan.FromHours(23));
        var order = await Database.Intents.AsNoTracking().SingleAsync(intent => intent.SceneId == deleted, Stop);
        Assert.Equal(("", null), (order.Prompt, (await FindAsync(deleted)).TracesErasedAt));

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await TracesAsync(deleted));
        Assert.NotNull((await FindAsync(deleted)).TracesErasedAt);
    }

    [Fact]
    public async Task it_is_over_when_its_files_are_named_no_more()
    {
        var deleted = await AddAsync(isDeleted: true);
        Database.Add(new FileUse { SceneId = deleted, Run = 1, Attempt = 1, Sha256 = A.Sha256, AddedAt = _time.GetUtcNow() });
        await SaveAsync();

        await PassAsync(TimeSpan.FromMinutes(11));
        Assert.Null((await FindAsync(deleted)).TracesErasedAt);

        await Database.FileUses.ExecuteDeleteAsync(Stop);
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.NotNull((await FindAsync(deleted)).TracesErasedAt);
    }

    [Fact]
    public async Task the_session_that_the_version_before_left_in_its_row_goes()
    {
        var deleted = await AddAsync(isDeleted: true);

        await PassAsync(TimeSpan.FromMinutes(11));

        var row = await FindAsync(deleted);
        Assert.NotEqual("session-1", row.SessionId);
        Assert.True(SessionMark.IsOf(row, "session-1"));
        Assert.False(SessionMark.IsOf(row, "session-2"));
    }

    /// <summary>As one that could not be delivered for long.</summary>
    [Fact]
    public async Task a_message_that_is_parked_when_all_seems_gone_goes_too()
    {
        var deleted = await AddAsync(isDeleted: true);
        await PassAsync(TimeSpan.FromMinutes(11));
        Assert.NotNull((await FindAsync(deleted)).TracesErasedAt);
        Database.Add(new OutboxMessage { MessageId = Guid.NewGuid(), Body = $$"""{"sceneId":"{{deleted}}"}""", ParkedAt = _time.GetUtcNow() });
        await SaveAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(await TracesAsync(deleted));
    }

    [Fact]
    public async Task its_session_is_named_until_they_are_gone()
    {
        var deleted = await AddAsync(isDeleted: true);
        Database.Add(new SessionErasure { Sha256 = SessionMark.HashOf("session-1"), SessionId = "session-1", AskedAt = _time.GetUtcNow() });
        await SaveAsync();
        await Database.Scenes.ExecuteUpdateAsync(set => set.SetProperty(scene => scene.SessionId, SessionMark.Of("session-1")), Stop);
        _time.Advance(TimeSpan.FromMinutes(11));
        var end = new ErasureEnd(Database, _time);

        await end.ForgetAsync(Stop);
        Assert.True(await Database.SessionErasures.AnyAsync(erasure => erasure.SessionId == "session-1", Stop));

        await PassAsync(TimeSpan.Zero);
        await end.ForgetAsync(Stop);
        Assert.False(await Database.SessionErasures.AnyAsync(erasure => erasure.SessionId != null, Stop));
        Assert.Equal("", (await FindAsync(deleted)).SessionId);
    }

    [Fact]
    public async Task one_that_is_not_over_keeps_no_other_waiting()
    {
        var stuck = await AddAsync(isDeleted: true);
        Database.AddRange(Enumerable.Range(1, 250).Select(number =>
        {
            var scene = A.SceneIn("Failed");
            scene.ErasedAt = _time.GetUtcNow().AddMinutes(number > 100 ? 0 : -1);
            return scene;
        }));
        Database.Add(A.Purchase(stuck) with { Attempt = 2, AskedAt = _time.GetUtcNow(), PredictionId = null });
        await SaveAsync();

        await PassAsync(TimeSpan.FromMinutes(11));

        Assert.Equal(
            [stuck],
            await Database.Scenes.Where(scene => scene.TracesErasedAt == null).Select(scene => scene.CorrelationId).ToListAsync(Stop));
    }

    private async Task PassAsync(TimeSpan later)
    {
        _time.Advance(later);
        await _services.GetRequiredService<TraceSweep>().PassAsync(Stop);
        await _services.GetRequiredService<ParkedTraces>().PassAsync(Stop);
        Database.ChangeTracker.Clear();
    }

    private Task<SceneState> FindAsync(Guid id) => Database.Scenes.AsNoTracking().SingleAsync(scene => scene.CorrelationId == id, Stop);

    private async Task SaveAsync()
    {
        await Database.SaveChangesAsync(Stop);
        Database.ChangeTracker.Clear();
    }

    private async Task<Guid> AddAsync(bool isDeleted)
    {
        var (scene, now) = (A.SceneIn("Failed"), _time.GetUtcNow());
        (scene.SessionId, scene.ErasedAt) = ("session-1", isDeleted ? now : null);
        var id = scene.CorrelationId;
        Database.AddRange(
            scene,
            A.Purchase(id) with { PredictionId = $"p-{id:N}", AskedAt = now },
            new SceneCallback { Id = Guid.NewGuid(), SceneId = id, Type = "scene.failed", Body = "{}", CreatedAt = now },
            new KeptAnswer { KeyHash = $"{id:N}", SceneId = id, At = now, Body = "{}" },
            new OutboxMessage { MessageId = Guid.NewGuid(), Body = $$"""{"sceneId":"{{id}}"}""", ParkedAt = now },
            new SceneTimelineEntry
            {
                SceneId = id,
                Sequence = 1,
                At = now,
                State = "Failed",
                Attempt = 1,
                Text = "It failed.",
                Kind = TimelineKinds.Note,
            });
        await SaveAsync();
        return id;
    }

    private async Task<List<string>> TracesAsync(Guid id)
    {
        var traces = new List<string>();
        await NoteAsync("answer", Database.KeptAnswers.Where(answer => answer.SceneId == id && answer.Body != ""));
        await NoteAsync("callback", Database.Callbacks.Where(callback => callback.SceneId == id));
        await NoteAsync("intent", Database.Intents.Where(intent => intent.SceneId == id));
        await NoteAsync("parked", Database.Set<OutboxMessage>().Where(message => message.Body.Contains(id.ToString())));
        await NoteAsync("timeline", Database.Timeline.Where(entry => entry.SceneId == id));
        return traces;

        async Task NoteAsync<T>(string name, IQueryable<T> rows)
        {
            if (await rows.AnyAsync(Stop))
            {
                traces.Add(name);
            }
        }
    }

    public sealed class On_SQLite() : When_a_deleted_scene_has_left_traces(new SqliteDatabase());

    public sealed class On_PostgreSQL() : When_a_deleted_scene_has_left_traces(new PostgresDatabase());
}
