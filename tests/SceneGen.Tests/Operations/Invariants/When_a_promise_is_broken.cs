using SceneGen.Assets.Files;
using SceneGen.Callbacks.Telling;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Assets.Files;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Operations.Invariants;

public abstract class When_a_promise_is_broken : IAsyncLifetime
{
    public sealed class On_PostgreSQL(KeptPostgres kept) : When_a_promise_is_broken(kept.Database), IClassFixture<KeptPostgres>;

    public sealed class On_SQLite() : When_a_promise_is_broken(new SqliteDatabase());

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TestDatabase _database;
    private FileHarness _harness = null!;

    private When_a_promise_is_broken(TestDatabase database) => _database = database;

    private DateTimeOffset Now => _harness.Clock.GetUtcNow();

    public async ValueTask InitializeAsync() => _harness = await FileHarness.StartAsync(_database);

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task it_is_not_by_a_healthy_service_at_work()
    {
        await _harness.AddSceneAsync([1, 2, 3]);
        var asking = Scene("RollingBack");
        await AddAsync(
            asking,
            TimerOf(asking.RollbackToken, "SceneRollbackUnanswered"),
            new SceneAvatar { AvatarId = asking.AvatarId, Standing = AvatarStanding.Requested },
            Scene("RollingBack", scene => (scene.AvatarId, scene.RollbackRequests, scene.RollbackToken) = (asking.AvatarId, 0, null)),
            Scene("RollingBack", scene => (scene.RollbackCaseAt, scene.RollbackToken, scene.AvatarId) = (Now, null, asking.AvatarId)));
        var gone = Scene("RolledBack");
        await AddAsync(gone, new SceneAvatar { AvatarId = gone.AvatarId, Standing = AvatarStanding.RolledBack });
        foreach (var state in new[] { "AwaitingTheme", "Generating", "Submitting", "Storing" })
        {
            var (token, waits) = (Guid.NewGuid(), state is "AwaitingTheme");
            await AddAsync(
                Scene(state, scene =>
                {
                    scene.UpdatedAt = Now - Hour;
                    (scene.ThemeWaitToken, scene.StepToken) = (waits ? token : null, waits ? null : token);
                }),
                TimerOf(token, waits ? "SceneThemeWaitElapsed" : "SceneStepElapsed"));
        }

        var bought = Scene("Failed", scene => scene.PredictionId = "p-1");
        await AddAsync(
            bought, Intent(bought.CorrelationId, "p-1"), Scene("Canceled"), Scene("Expired"),
            new ProviderSlice { Instance = "one", ExpiresAt = Now.AddSeconds(10) });

        Assert.All(await _harness.LookAsync(), finding => Assert.Empty(finding.Value.Breaches));
    }

    [Fact]
    public Task a_scene_without_a_timer_breaks_I1()
        => BreaksAsync("I1", "no timer", Scene("Generating", scene => scene.UpdatedAt = Now - Hour));

    [Fact]
    public Task a_scene_in_no_state_breaks_I1() => BreaksAsync("I1", "in no state", Scene("Painting"));

    [Fact]
    public Task a_scene_after_its_deadline_breaks_I1()
        => BreaksAsync("I1", "after its deadline", Scene("Submitting", scene => scene.DeadlineAt = Now - Hour));

    [Fact]
    public Task a_failure_without_a_code_breaks_I1()
        => BreaksAsync("I1", "no code", Scene("Failed", scene => scene.FailureCode = null));

    [Fact]
    public Task a_prediction_without_an_intent_breaks_I2()
        => BreaksAsync("I2", "p-2", Scene("Failed", scene => scene.PredictionId = "p-2"));

    [Fact]
    public Task a_ready_scene_without_a_picture_breaks_I3()
        => BreaksAsync("I3", "no picture", Scene("Ready", scene => scene.ImageSha256 = null));

    [Fact]
    public Task a_ready_scene_without_its_file_breaks_I3()
        => BreaksAsync("I3", "is not kept", Scene("Ready"));

    [Fact]
    public async Task a_picture_of_another_size_breaks_I3()
    {
        var scene = await _harness.AddSceneAsync([1]);
        await ChangeAsync(scene, known => known.ImageWidth = 1024);

        await BreaksAsync("I3", "1024x1080");
    }

    [Fact]
    public async Task a_torn_file_breaks_I3()
    {
        var scene = await _harness.AddSceneAsync([1, 2, 3]);
        await File.WriteAllBytesAsync(_harness.PathOf(scene.ImageSha256!), [1, 2], TestContext.Current.CancellationToken);

        await BreaksAsync("I3", "other bytes");
    }

    [Fact]
    public Task a_picture_and_a_rollback_break_I4()
        => BreaksAsync("I4", "a picture and a rollback", Scene("RolledBack", scene => scene.ImageSha256 = A.Sha256));

    [Theory]
    [InlineData("RolledBack", AvatarStanding.Requested, "its avatar is not")]
    [InlineData("Ready", AvatarStanding.RolledBack, "its avatar is gone")]
    [InlineData("RollingBack", AvatarStanding.RolledBack, "has come already")]
    [InlineData("Failed", AvatarStanding.Requested, "no scene asks")]
    public Task an_avatar_that_stands_otherwise_than_its_scene_breaks_I4(
        string state, AvatarStanding standing, string words)
    {
        var scene = Scene(state, scene => scene.UpdatedAt = Now - Hour);
        return BreaksAsync("I4", words, scene, new SceneAvatar { AvatarId = scene.AvatarId, Standing = standing });
    }

    [Fact]
    public Task a_rollback_that_nobody_is_told_of_breaks_I4()
        => BreaksAsync("I4", "nobody answers", Scene("RollingBack", scene => scene.RollbackRequestedAt = Now.AddDays(-9)));

    [Theory]
    [InlineData(new[] { 1, 3 }, 3)]
    [InlineData(new[] { 1, 2 }, 3)]
    [InlineData(new[] { 1, 2, 3, 4 }, 3)]
    [InlineData(new[] { 0, 1, 2 }, 3)]
    [InlineData(new[] { 2, 3 }, 3)]
    [InlineData(new int[0], 3)]
    [InlineData(new[] { 2, 4 }, 4, 91)]
    [InlineData(new[] { 2, 3 }, 4, 91)]
    public Task a_timeline_with_a_gap_breaks_I5(int[] sequences, int counted, int days = 0)
        => BreaksAsync("I5", "a gap", SceneWithTimeline(sequences, counted, days));

    [Theory]
    [InlineData(new[] { 4, 5 }, 5)]
    [InlineData(new int[0], 5)]
    public async Task a_timeline_of_which_the_old_part_is_forgotten_breaks_nothing(int[] sequences, int counted)
    {
        await AddAsync(SceneWithTimeline(sequences, counted, days: 91));

        Assert.Empty((await _harness.LookAsync())["I5"].Breaches);
    }

    [Fact]
    public Task a_message_that_stays_breaks_I6()
        => BreaksAsync("I6", "has not left", Row(row => row.VisibleAt = Now - Hour));

    [Fact]
    public Task a_late_timer_breaks_I6()
        => BreaksAsync("I6", "timer", Row(row => row.VisibleAt = (row.DueAt = Now - Hour).Value));

    [Fact]
    public Task a_parked_message_breaks_I6()
        => BreaksAsync("I6", "nowhere to go", Row(row => (row.ParkedAt, row.ParkedReason) = (Now, "nowhere to go")));

    [Theory]
    [InlineData("SceneStepElapsed")]
    [InlineData("SceneDeadlineReached")]
    [InlineData("SceneThemeWaitElapsed")]
    [InlineData("SceneRollbackUnanswered")]
    public Task a_timer_of_nobody_breaks_I6(string type) => BreaksAsync("I6", "is no scene's", TimerOf(Guid.NewGuid(), type));

    [Fact]
    public Task an_inbox_that_only_grows_breaks_I6()
        => BreaksAsync("I6", "the inbox", new InboxMessage { MessageId = Guid.NewGuid(), ConsumedAt = Now.AddDays(-10) });

    [Fact]
    public async Task a_callback_over_an_hour_late_breaks_I6_and_one_that_is_due_does_not()
    {
        var (late, due) = (CallbackAt(Now - Hour - Hour), CallbackAt(Now));

        await BreaksAsync("I6", $"msg_{late.Id:N} has not been posted", late, due);

        Assert.DoesNotContain(
            (await _harness.LookAsync())["I6"].Breaches, breach => breach.Contains($"{due.Id:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_file_without_a_row_breaks_I7()
    {
        var file = await _harness.PutAsync([7]);
        File.SetLastWriteTimeUtc(_harness.PathOf(file.Sha256), Now.AddDays(-3).UtcDateTime);

        await BreaksAsync("I7", $"{file.Sha256}.jpg has no row");
    }

    [Fact]
    public async Task a_row_without_a_file_breaks_I7()
    {
        var scene = await _harness.AddSceneAsync([8]);
        File.Delete(_harness.PathOf(scene.ImageSha256!));

        await BreaksAsync("I7", $"{scene.ImageSha256}.jpg has no file");
    }

    [Fact]
    public Task a_name_for_no_file_breaks_I7()
        => BreaksAsync("I7", "has no row", new FileUse { SceneId = Guid.NewGuid(), Sha256 = A.Sha256, AddedAt = Now });

    [Fact]
    public Task a_purchase_without_an_end_breaks_I8()
        => BreaksAsync("I8", "never ended", Intent(Guid.NewGuid(), null) with { LeaseEndsAt = Now.AddHours(-2) });

    [Fact]
    public Task a_slice_without_an_end_breaks_I8()
        => BreaksAsync("I8", "for ever", new ProviderSlice { Instance = "one", ExpiresAt = Now.AddHours(2) });

    private async Task BreaksAsync(string invariant, string words, params object[] rows)
    {
        await AddAsync(rows);

        var findings = await _harness.LookAsync();

        Assert.Contains(findings[invariant].Breaches, breach => breach.Contains(words, StringComparison.Ordinal));
    }

    private Task AddAsync(params object[] rows) => _harness.AddAsync(rows);

    private Task<int> ChangeAsync(SceneState scene, Action<SceneState> change)
        => _harness.InDatabaseAsync(database =>
        {
            change(database.Scenes.Single(known => known.CorrelationId == scene.CorrelationId));
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    private SceneState Scene(string state, Action<SceneState>? change = null)
    {
        var scene = A.SceneIn(state);
        scene.PredictionId = null;
        (scene.CreatedAt, scene.UpdatedAt, scene.DeadlineAt) = (Now, Now, Now + Hour);
        scene.RollbackRequestedAt = scene.RollbackRequestedAt is null ? null : Now;
        change?.Invoke(scene);
        return scene;
    }

    private object[] SceneWithTimeline(int[] sequences, int counted, int days)
    {
        var scene = Scene(
            "Failed", scene => (scene.CreatedAt, scene.TimelineSequence) = (Now.AddDays(-days), counted));
        var entries = sequences.Select(sequence => new SceneTimelineEntry
        {
            SceneId = scene.CorrelationId,
            Sequence = sequence,
            At = Now,
            State = "Failed",
            Kind = "transition",
            Attempt = 1,
            Text = "",
        });
        return [scene, .. entries];
    }

    private SceneCallback CallbackAt(DateTimeOffset next) => new()
    {
        Id = Guid.NewGuid(),
        SceneId = Guid.NewGuid(),
        Type = "scene.ready",
        Body = "{}",
        CreatedAt = next,
        NextAt = next,
    };

    private OutboxMessage TimerOf(Guid? token, string type)
        => Row(row =>
        {
            (row.TokenId, row.MessageTypes) = (token, $"urn:message:SceneGen.Scenes.Messages:{type}");
            row.VisibleAt = (row.DueAt = Now + Hour).Value;
        });

    private OutboxMessage Row(Action<OutboxMessage> change)
    {
        var row = new OutboxMessage { MessageId = Guid.NewGuid(), VisibleAt = Now, MessageTypes = "urn:message:A:B" };
        change(row);
        return row;
    }

    private GenerationIntent Intent(Guid scene, string? prediction) => new()
    {
        SceneId = scene,
        Run = 1,
        Attempt = 1,
        Model = "black-forest-labs/flux-2-pro",
        Prompt = "A fox.",
        ThemeVersion = 1,
        Seed = 7,
        Input = "{}",
        AskedAt = Now,
        LeaseEndsAt = Now,
        PredictionId = prediction,
        Token = $"{Guid.NewGuid():N}",
    };
}
