using Microsoft.Extensions.DependencyInjection;
using SceneGen.Assets.Files;
using SceneGen.Generation.Gates;
using SceneGen.Observability.Readings;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Observability.Readings;

public abstract class When_figures_are_read
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_empty_database_has_nothing_that_waits()
    {
        await using var service = await ComposeAsync();

        var figures = await ReadAsync(service);

        Assert.Empty(figures.Scenes);
        Assert.Equal((0, 0, 0, null, null), (figures.Messages, figures.Unparked, figures.Parked, figures.OldestTimer, figures.OldestMessage));
    }

    [Fact]
    public async Task scenes_are_counted_by_state_and_the_oldest_of_each_is_known()
    {
        await using var service = await ComposeAsync();
        await service.AddAsync(
            A("AwaitingTheme", Ago(hours: 1)),
            A("AwaitingTheme", Ago(hours: 3)),
            A("Ready", Ago(hours: 9)),
            A("Storing", Ago(hours: 1), scene => scene.OutputExpiresAt = Now.AddMinutes(5)),
            A("Storing", Ago(hours: 1), scene => scene.OutputExpiresAt = Now.AddMinutes(55)),
            A("RollingBack", Ago(hours: 2), scene => scene.RollbackRequestedAt = Ago(hours: 5)),
            A("RollingBack", Ago(hours: 2), scene => (scene.RollbackRequestedAt, scene.RollbackCaseAt) = (Ago(hours: 4), Now)));

        var figures = await ReadAsync(service);

        Assert.Equal(["AwaitingTheme", "RollingBack", "Storing"], figures.Scenes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, figures.Scenes["AwaitingTheme"].Count);
        Assert.Equal(Ago(hours: 3), figures.Scenes["AwaitingTheme"].Oldest, TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, figures.OutputsExpiring);
        Assert.Equal(1, figures.RollbackCases);
        Assert.Equal(Ago(hours: 5), figures.OldestRollback!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task messages_timers_and_what_was_given_up_are_told_apart()
    {
        await using var service = await ComposeAsync();
        var leased = Now.AddSeconds(20);
        await service.AddAsync(
            Message(leased, row => row.Envelope = $$"""{"sentTime":"{{Ago(hours: 1).UtcDateTime:O}}"}"""),
            Message(leased),
            Message(Now.AddHours(1), row => row.DueAt = row.VisibleAt),
            Message(Ago(hours: 2), row => row.DueAt = row.VisibleAt),
            Message(leased, row => row.DueAt = Ago(hours: 3)),
            Message(Ago(hours: 4), row => row.ParkedAt = Now));

        var figures = await ReadAsync(service);

        Assert.Equal((2, 5, 1), (figures.Messages, figures.Unparked, figures.Parked));
        Assert.Equal(Ago(hours: 1), figures.OldestMessage!.Value, TimeSpan.FromMilliseconds(1));

        // Also one that was taken up and not sent: it is put off again and again.
        Assert.Equal(Ago(hours: 3), figures.OldestTimer!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task closed_gates_are_known()
    {
        await using var service = await ComposeAsync();
        await service.AddAsync(
            new ProviderGate { Name = "provider", ClosedAt = Now, Reason = GateReasons.Unauthorized });

        var figures = await ReadAsync(service);

        Assert.Equal([("provider", "unauthorized")], figures.ClosedGates.Select(gate => (gate.Key, gate.Value)));
    }

    [Fact]
    public async Task stored_files_are_counted_beside_them()
    {
        await using var service = await ComposeAsync();
        await service.AddAsync(
            new KeptFile { Sha256 = new string('a', 64), Extension = "jpg", Bytes = 3_000_000_000, StoredAt = Now },
            new KeptFile { Sha256 = new string('b', 64), Extension = "jpg", Bytes = 5, StoredAt = Now },
            new KeptFile { Sha256 = new string('c', 64), Extension = "jpg", Bytes = 7, StoredAt = Now, ReleasedAt = Now });

        var reader = service.Services.GetRequiredService<FigureReader>();
        await reader.RefreshAsync();

        Assert.Equal(new Figures.StoreFigures(2, 3_000_000_005), reader.Latest!.Store);
    }

    [Fact]
    public async Task they_are_read_once_for_all_who_ask_within_ten_seconds()
    {
        await using var service = await ComposeAsync();
        var reader = service.Services.GetRequiredService<FigureReader>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reader.RefreshAsync()));
        var first = reader.Latest;

        await reader.RefreshAsync();

        Assert.NotNull(first);
        Assert.Same(first, reader.Latest);
    }

    [Fact]
    public async Task without_the_database_the_process_tells_of_itself()
    {
        await using var service = await WholeService.ComposeAsync(Make());

        await service.Services.GetRequiredService<FigureReader>().RefreshAsync();
        var exposition = service.Expose();

        Assert.Null(service.Services.GetRequiredService<FigureReader>().Latest);
        Assert.Contains("scenegen_scenes_accepted_total 0\n", exposition, StringComparison.Ordinal);
        Assert.DoesNotContain("scenegen_scenes{", exposition, StringComparison.Ordinal);
    }

    protected abstract TestDatabase Make();

    private async Task<WholeService> ComposeAsync()
    {
        var service = await WholeService.ComposeAsync(Make());
        await service.MakeTablesAsync();
        return service;
    }

    private static async Task<Figures> ReadAsync(WholeService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FiguresQuery>().ReadAsync(Stop);
    }

    private static DateTimeOffset Ago(int hours) => Now.AddHours(-hours);

    private static SceneState A(string state, DateTimeOffset updatedAt, Action<SceneState>? more = null)
    {
        var scene = new SceneState { CorrelationId = Guid.NewGuid(), CurrentState = state, UpdatedAt = updatedAt, CreatedAt = updatedAt };
        more?.Invoke(scene);
        return scene;
    }

    private static OutboxMessage Message(DateTimeOffset visibleAt, Action<OutboxMessage>? more = null)
    {
        var row = new OutboxMessage { MessageId = Guid.NewGuid(), VisibleAt = visibleAt, Envelope = "{}" };
        more?.Invoke(row);
        return row;
    }

    public sealed class On_SQLite : When_figures_are_read
    {
        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL : When_figures_are_read
    {
        protected override TestDatabase Make() => new PostgresDatabase();
    }
}
