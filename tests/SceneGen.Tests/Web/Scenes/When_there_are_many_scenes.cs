using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Quotas;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Tests.Web.Scenes;

/// <summary>
/// 100,000 in 1,000 sessions, on PostgreSQL, of which one in a thousand has failed and one in ten was asked for by a shop.
/// </summary>
public sealed class When_there_are_many_scenes(When_there_are_many_scenes.Crowd crowd)
    : IClassFixture<When_there_are_many_scenes.Crowd>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_page_is_found_by_an_index_wherever_it_begins()
    {
        var middle = new SceneCursor(new DateTimeOffset(2026, 1, 1, 14, 0, 0, TimeSpan.Zero), Guid.Empty).ToString();

        Assert.Contains("IX_scenes_SessionId_CreatedAt", await PlanAsync(Query with { SessionId = "session-7" }), StringComparison.Ordinal);
        Assert.Contains("IX_scenes_CreatedAt", await PlanAsync(Query), StringComparison.Ordinal);
        Assert.Contains("IX_scenes_CurrentState_UpdatedAt", await PlanAsync(Query with { Status = "failed" }), StringComparison.Ordinal);
        var plan = await PlanAsync(Query with { Cursor = middle });
        Assert.Contains("IX_scenes_CreatedAt", plan, StringComparison.Ordinal);
        Assert.Contains("Index Cond: (\"CreatedAt\" <=", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_callers_cost_of_the_day_is_added_up_by_an_index()
    {
        var midnight = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        var claim = new QuotaClaim { Key = "shop", SessionId = "session-7", Each = new QuotaLimits(0, 40.86m), Price = 0.03m };

        Assert.Contains(
            "IX_scenes_AskedBy_RunBeganAt",
            await PlanAsync(data => QuotaDecision.CostsOf(data.Scenes.Where(scene => scene.AskedBy == "shop"), midnight, 0.03)),
            StringComparison.Ordinal);
        var took = await crowd.Service.InDatabaseAsync(async data =>
        {
            // Of the key's 10,000 scenes 1,361 are of the second day, of 3 cents each; and one more.
            await data.ClaimAsync(claim, A.SceneIn("Submitting"), midnight, Stop);
            data.ChangeTracker.Clear();
            var since = TimeProvider.System.GetTimestamp();
            await Assert.ThrowsAsync<QuotaExceededException>(() => data.ClaimAsync(
                claim with { Each = new QuotaLimits(0, 40.85m) }, A.SceneIn("Submitting"), midnight, Stop));
            return TimeProvider.System.GetElapsedTime(since);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"a day's scenes of a caller added up in {took.TotalMilliseconds:F1} ms");
    }

    private static SceneQuery Query => new(null, null, null, null, null, null);

    private Task<string> PlanAsync(SceneQuery query)
        => PlanAsync(data => query.Apply(data.Scenes)
            .OrderByDescending(scene => scene.CreatedAt)
            .ThenByDescending(scene => scene.CorrelationId)
            .Take(51));

    private Task<string> PlanAsync<T>(Func<SceneDbContext, IQueryable<T>> query) => crowd.Service.InDatabaseAsync(async data =>
    {
        using var command = query(data).CreateDbCommand();
        command.CommandText = $"EXPLAIN {command.CommandText}";
        await data.Database.OpenConnectionAsync(Stop);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            lines.Add(reader.GetString(0));
        }

        Assert.DoesNotContain(lines, line => line.Contains("Seq Scan", StringComparison.Ordinal));
        return string.Join('\n', lines);
    });

    public sealed class Crowd : IAsyncLifetime
    {
        private static readonly Dictionary<string, string> Values = new()
        {
            ["CorrelationId"] = "gen_random_uuid()",
            ["SessionId"] = "'session-' || n % 1000",
            ["CurrentState"] = "CASE WHEN n % 1000 = 7 THEN 'Failed' ELSE 'Ready' END",
            ["CreatedAt"] = "timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second'",
            ["RunBeganAt"] = "timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second'",
            ["AskedBy"] = "CASE WHEN n % 10 = 0 THEN 'shop' END",
            ["Cost"] = "0.03",
        };

        private readonly PostgresDatabase _database = new();

        internal ApiService Service { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Service = await ApiService.StartAsync(_database);
            await Service.InDatabaseAsync(async data =>
            {
                data.Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
                data.Add(A.SceneIn("Ready"));
                await data.SaveChangesAsync(Stop);
                var columns = data.Model.FindEntityType(typeof(SceneState))!.GetProperties().Select(one => one.GetColumnName()).ToList();
                var values = columns.Select(column => Values.GetValueOrDefault(column) ?? $"scene.\"{column}\"");
                var insert = $"INSERT INTO scenes (\"{string.Join("\", \"", columns)}\") SELECT {string.Join(", ", values)} "
                    + "FROM scenes AS scene, generate_series(1, 100000) AS n";
                await data.Database.ExecuteSqlRawAsync(insert, Stop);
                return await data.Database.ExecuteSqlRawAsync("ANALYZE scenes", Stop);
            });
        }

        public async ValueTask DisposeAsync()
        {
            await Service.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
