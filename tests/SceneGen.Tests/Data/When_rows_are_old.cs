using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Data.Retention;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Hints;
using SceneGen.Generation.Intents;
using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Quotas;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Data;

public abstract class When_rows_are_old : IAsyncDisposable
{
    private static readonly DateTimeOffset Border = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Old = Border - TimeSpan.FromSeconds(1);

    private TestDatabase? _database;
    private ServiceProvider? _services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task webhook_ids_go()
        => ExpectAsync(OldRows.Webhooks, NewWebhook("a", Old), NewWebhook("b", Border));

    [Fact]
    public Task flags_go()
        => ExpectAsync(OldRows.Flags, NewFlag("a", Old), NewFlag("b", Border));

    [Fact]
    public Task verdicts_go()
        => ExpectAsync(OldRows.Verdicts, NewVerdict("a", Old), NewVerdict("b", Border));

    [Fact]
    public Task operator_actions_go()
        => ExpectAsync(OldRows.OperatorActions, NewAction(Old), NewAction(Border));

    [Fact]
    public Task callbacks_go_unless_they_wait()
        => ExpectAsync(
            OldRows.Callbacks,
            NewCallback(CallbackState.Failed, Old),
            NewCallback(CallbackState.Waiting, Old),
            NewCallback(CallbackState.Taken, Border));

    [Fact]
    public async Task callbacks_of_deleted_scenes_go()
    {
        var (deleted, fresh) = (NewScene("Canceled", Old), NewScene("Canceled", Border));
        await AddAsync(await StartAsync(), deleted, fresh, NewScene("Canceled"));

        await ExpectAsync(
            OldRows.ErasedCallbacks,
            NewCallback(CallbackState.Waiting, Old, deleted),
            NewCallback(CallbackState.Failed, Old, fresh),
            NewCallback(CallbackState.Failed, Old));
    }

    [Fact]
    public async Task intents_of_deleted_scenes_go_unless_they_are_still_looked_for()
    {
        var (deleted, fresh, kept) = (NewScene("Canceled", Old), NewScene("Canceled", Border), NewScene("Canceled"));
        deleted.TracesErasedAt = Border;
        await AddAsync(await StartAsync(), deleted, fresh, kept);

        await ExpectAsync(
            OldRows.ErasedIntents,
            NewIntent(deleted, 1, Border, "p-1"),
            NewIntent(deleted, 2, Border, prediction: null),
            NewIntent(fresh, 1, Old, "p-2"),
            NewIntent(kept, 1, Old, "p-3"));
    }

    /// <summary>Their rows say what was bought, and have no address in them any more.</summary>
    [Fact]
    public Task orders_of_probes_go()
    {
        var probe = A.Purchase(Guid.NewGuid(), "p-1") with { ThemeVersion = 0, AskedAt = Old, Input = """{"image":"x"}""" };
        return ExpectAsync(
            OldRows.ForgottenProbes,
            probe,
            probe with { Attempt = 2, PredictionId = null },
            probe with { Attempt = 3, PredictionId = "p-3", AskedAt = Border },
            probe with { Attempt = 4, PredictionId = "p-4", ThemeVersion = 1 },
            probe with { Attempt = 5, PredictionId = "p-5", Input = "{}" });
    }

    [Fact]
    public Task answers_to_idempotency_keys_go()
        => ExpectAsync(OldRows.KeptAnswers, new KeptAnswer { KeyHash = "a", At = Old }, new KeptAnswer { KeyHash = "b", At = Border });

    [Fact]
    public Task holders_of_quotas_go()
        => ExpectAsync(
            OldRows.QuotaHolders,
            new QuotaHolder { Name = "key:a", UsedAt = Old },
            new QuotaHolder { Name = "key:b", UsedAt = Border });

    [Fact]
    public Task counts_of_minutes_that_are_over_go()
        => ExpectAsync(
            OldRows.RequestCounts,
            new RequestCount { Name = "key:a", Minute = Border.ToUnixTimeSeconds() / 60 - 1 },
            new RequestCount { Name = "key:b", Minute = Border.ToUnixTimeSeconds() / 60 });

    [Fact]
    public Task tombstones_go()
        => ExpectAsync(
            OldRows.Tombstones, NewScene("Failed", erasedAt: Old), NewScene("Failed", erasedAt: Border), NewScene("Failed"));

    [Fact]
    public Task only_expired_scenes_are_abandoned()
        => ExpectAsync(
            OldRows.Abandoned,
            NewScene("Expired"),
            NewScene("Expired", erasedAt: Old),
            NewScene("Expired", updatedAt: Border),
            NewScene("AwaitingTheme"),
            NewScene("Ready"));

    [Theory]
    [InlineData("Ready", true)]
    [InlineData("RolledBack", true)]
    [InlineData("RollingBack", false)]
    [InlineData("Storing", false)]
    public async Task timelines_go_whole_and_with_ended_scenes_alone(string state, bool goes)
    {
        var database = await StartAsync();
        var scene = NewScene(state);
        var youngest = NewScene("Ready", updatedAt: Border);
        await AddAsync(database, scene, youngest, NewEntry(scene, 1), NewEntry(scene, 2), NewEntry(youngest, 1));

        Assert.Equal(goes ? 2 : 0, await OldRows.Timelines(database, Border).Take(1000).ExecuteDeleteAsync(Stop));
    }

    [Theory]
    [InlineData("Ready", "p", true)]
    [InlineData("Ready", null, false)]
    [InlineData("Generating", "p", false)]
    public async Task intents_go_once_they_are_answered_and_their_scene_has_ended(string state, string? prediction, bool goes)
    {
        var database = await StartAsync();
        var scene = NewScene(state);
        await AddAsync(database, scene, NewIntent(scene, 1, Old, prediction), NewIntent(scene, 2, Border, prediction + "2"));

        Assert.Equal(goes ? 1 : 0, await OldRows.Intents(database, Border).Take(1000).ExecuteDeleteAsync(Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract TestDatabase Make();

    /// <summary>The first of the rows is old, the others are not.</summary>
    private async Task ExpectAsync<T>(
        Func<SceneDbContext, DateTimeOffset, IQueryable<T>> old, params T[] rows)
        where T : class
    {
        var database = await StartAsync();
        await AddAsync(database, rows);

        Assert.Equal(1, await old(database, Border).Take(1000).ExecuteDeleteAsync(Stop));
        database.ChangeTracker.Clear();
        Assert.Equal(rows.Length - 1, await database.Set<T>().CountAsync(Stop));
    }

    private static OperatorAction NewAction(DateTimeOffset at)
        => new() { Key = Guid.NewGuid(), At = at, Who = "ann", Action = "scene.cancel", TargetKind = "scene" };

    private static SceneCallback NewCallback(CallbackState state, DateTimeOffset at, SceneState? scene = null) => new()
    {
        Id = Guid.NewGuid(),
        SceneId = scene?.CorrelationId ?? Guid.NewGuid(),
        Type = "scene.ready",
        Body = "{}",
        CreatedAt = at,
        State = state,
    };

    private static WebhookReceipt NewWebhook(string id, DateTimeOffset at) => new() { WebhookId = id, ReceivedAt = at };

    private static FlaggedContent NewFlag(string hash, DateTimeOffset at)
        => new() { AvatarHash = hash, PromptHash = hash, At = at };

    private static AvatarVerdict NewVerdict(string hash, DateTimeOffset at)
        => new() { AvatarHash = hash, Fault = SceneFault.Avatar, At = at };

    private static SceneState NewScene(string state, DateTimeOffset? erasedAt = null, DateTimeOffset? updatedAt = null)
    {
        var scene = A.SceneIn(state);
        (scene.ErasedAt, scene.UpdatedAt) = (erasedAt, updatedAt ?? Old);
        return scene;
    }

    private static SceneTimelineEntry NewEntry(SceneState scene, int sequence) => new()
    {
        SceneId = scene.CorrelationId,
        Sequence = sequence,
        At = Old,
        State = scene.CurrentState,
        Attempt = 1,
        Text = "Something happened.",
        Kind = TimelineKinds.Note,
    };

    private static GenerationIntent NewIntent(SceneState scene, int attempt, DateTimeOffset askedAt, string? prediction) => new()
    {
        SceneId = scene.CorrelationId,
        Run = 1,
        Attempt = attempt,
        Model = "m",
        Prompt = "p",
        ThemeVersion = 1,
        Seed = null,
        Input = "{}",
        AskedAt = askedAt,
        LeaseEndsAt = askedAt,
        PredictionId = prediction,
    };

    private static Task<int> AddAsync(SceneDbContext database, params object[] rows)
    {
        database.AddRange(rows);
        return database.SaveChangesAsync(Stop);
    }

    private async Task<SceneDbContext> StartAsync()
    {
        _services ??= new ServiceCollection()
            .AddLogging()
            .AddData(new ConfigurationBuilder()
                .AddInMemoryCollection([new("ConnectionStrings:Database", (_database = Make()).ConnectionString)])
                .Build())
            .BuildServiceProvider();
        var database = _services.GetRequiredService<SceneDbContext>();
        await database.Database.EnsureCreatedAsync(Stop);
        return database;
    }

    public sealed class On_SQLite : When_rows_are_old
    {
        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_rows_are_old, IClassFixture<KeptPostgres>
    {
        protected override TestDatabase Make() => kept.Database;
    }
}
