using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Tests.Web.Scenes;

/// <summary>100,000 in 1,000 sessions, on PostgreSQL, of which one in a thousand has failed.</summary>
public sealed class When_there_are_many_scenes : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private ApiService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await ApiService.StartAsync(_database);
        await _service.InDatabaseAsync(async data =>
        {
            data.Add(A.SceneIn("Ready"));
            await data.SaveChangesAsync(Stop);
            return await data.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO scenes SELECT (jsonb_populate_record(scene, jsonb_build_object(
                    'CorrelationId', gen_random_uuid(), 'SessionId', 'session-' || n % 1000,
                    'CurrentState', CASE WHEN n % 1000 = 7 THEN 'Failed' ELSE 'Ready' END,
                    'CreatedAt', timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second'))).*
                FROM scenes AS scene, generate_series(1, 100000) AS n
                """,
                Stop);
        });
        await _service.InDatabaseAsync(data => data.Database.ExecuteSqlRawAsync("ANALYZE scenes", Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

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

    private static SceneQuery Query => new(null, null, null, null, null, null);

    private Task<string> PlanAsync(SceneQuery query) => _service.InDatabaseAsync(async data =>
    {
        var scenes = query.Apply(data.Scenes)
            .OrderByDescending(scene => scene.CreatedAt)
            .ThenByDescending(scene => scene.CorrelationId)
            .Take(51);
        using var command = scenes.CreateDbCommand();
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
}
