using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Data.Postgres;
using SceneGen.Persistence.Outbox;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Access;

/// <summary>Whatever table or column is added is searched, too.</summary>
public sealed class When_every_table_is_searched_for_a_session : IAsyncDisposable
{
    private const string Marker = "q7marker";
    private const string AvatarUrl = $"http://127.0.0.1:1/{Marker}.png";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The audit keeps what operators did, by whose name and to what.</summary>
    private static readonly string[] Audit = ["operator_actions"];

    private TestDatabase? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task an_erased_one_is_nowhere(string kind)
    {
        await using var server = await StartAsync(kind);
        var scene = await MakeSceneAsync(server);
        Assert.Superset(
            new HashSet<string> { "scenes", "idempotency_keys", "outbox", "callbacks", "generation_intents", "timeline" },
            (await FindAsync(server)).ToHashSet());

        await server.StatusAsync("DELETE", $"/api/sessions/{Marker}", null, AccessServer.Bearer(KeyedServer.Scenes));

        await GoOnUntilAsync(server, async () => (await FindAsync(server)).Count == 0);
        Assert.Equal(410, await server.StatusAsync(
            "GET", $"/api/scenes/{scene}", null, AccessServer.Bearer(KeyedServer.Scenes)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task a_deleted_scene_names_nobody_and_only_its_owner_knows_of_it(string kind)
    {
        await using var server = await StartAsync(kind);
        var scene = await MakeSceneAsync(server);
        var key = AccessServer.Bearer(KeyedServer.Scenes);

        Assert.Equal(202, await server.StatusAsync("DELETE", $"/api/scenes/{scene}", null, key));
        await GoOnUntilAsync(server, async () => await server.StatusAsync("DELETE", $"/api/scenes/{scene}", null, key) is 204 or 410);

        await GoOnUntilAsync(server, async () => (await FindAsync(server)).Count == 0);
        Assert.Equal(410, await server.StatusAsync("GET", $"/api/scenes/{scene}", null, await TokenAsync(server, Marker)));
        Assert.Equal(404, await server.StatusAsync("GET", $"/api/scenes/{scene}", null, await TokenAsync(server, "another")));
    }

    [Fact]
    public async Task two_instances_erase_it_at_once()
    {
        await using var one = await StartAsync("postgres");
        await using var two = await StartAsync();
        List<Guid> scenes = [await MakeSceneAsync(one)];
        for (var number = 0; number < 60; number++)
        {
            scenes.Add(await one.AddSceneAsync(Marker, number % 3 == 0 ? "AwaitingTheme" : "Failed"));
        }

        var key = AccessServer.Bearer(KeyedServer.Scenes);
        await Task.WhenAll(
            one.StatusAsync("DELETE", $"/api/sessions/{Marker}", null, key),
            two.StatusAsync("DELETE", $"/api/sessions/{Marker}", null, key));
        await Task.WhenAll(one.EraseSessionsAsync(), two.EraseSessionsAsync());

        foreach (var scene in scenes)
        {
            Assert.Equal(410, await two.StatusAsync("GET", $"/api/scenes/{scene}", null, key));
        }

        await GoOnUntilAsync(one, async () =>
        {
            await two.EraseSessionsLaterAsync();
            return (await FindAsync(two)).Count == 0;
        });
        await one.WithAsync(async database => Assert.Single(await database.SessionErasures.ToListAsync(Stop)));
    }

    private async Task<AccessServer> StartAsync(string kind)
    {
        _database = kind == "sqlite" ? new SqliteDatabase() : new PostgresDatabase();
        return await StartAsync();
    }

    private Task<AccessServer> StartAsync()
        => AccessServer.StartAsync(
            new(AccessServer.KeySettings(("main-application", KeyedServer.Scenes, "scenes")))
            {
                ["Quotas:RequestsPerMinute"] = "100000",
                ["Quotas:RunningScenes"] = "100",
                ["Callbacks:Secret"] = CallbackReceiver.Secret,
            },
            _database);

    private static async Task<(string Name, string Value)> TokenAsync(AccessServer server, string session)
    {
        var (_, made) = await server.AskAsync(
            "POST", "/api/sessions", new { sessionId = session }, AccessServer.Bearer(KeyedServer.Scenes));
        return AccessServer.Bearer(made.GetProperty("token").GetString()!);
    }

    /// <summary>It waits for an avatar that does not come; what a finished one leaves is laid beside it.</summary>
    private static async Task<Guid> MakeSceneAsync(AccessServer server)
    {
        var token = await TokenAsync(server, Marker);
        var order = new
        {
            avatarUrl = AvatarUrl,
            theme = "neon-city",
            avatar = new { kind = "animal", name = Marker, description = Marker },
        };
        var (status, scene) = await server.AskAsync("POST", "/api/scenes", order, token, ("Idempotency-Key", Marker));
        Assert.Equal(202, status);
        var id = scene.GetProperty("id").GetGuid();
        await server.WithAsync(async database =>
        {
            var input = JsonSerializer.Serialize(new { prompt = Marker, image = AvatarUrl });
            database.Add(A.Purchase(id) with { Attempt = 7, Input = input });
            database.Add(A.Purchase(id) with { Attempt = 8, Input = input, Prompt = Marker, PredictionId = null });
            database.Add(new OutboxMessage
            {
                MessageId = Guid.NewGuid(),
                Body = $"{id} {Marker}",
                ParkedAt = TimeProvider.System.GetUtcNow(),
            });
            database.Add(new SceneCallback
            {
                Id = Guid.NewGuid(),
                SceneId = id,
                Type = "scene.ready",
                Body = Marker,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            });
            await database.SaveChangesAsync(Stop);
            await database.Scenes.Where(row => row.CorrelationId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.CallbackUrl, $"http://127.0.0.1:1/{Marker}?token={Marker}"), Stop);
            await database.Timeline.Where(entry => entry.SceneId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Text, Marker), Stop);
        });
        return id;
    }

    private static async Task GoOnUntilAsync(AccessServer server, Func<Task<bool>> isSo)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(since) < Patience,
                $"What is left of the session: {string.Join(", ", await FindAsync(server))}.");
            await server.EraseSessionsAsync();
            await server.EraseSessionsLaterAsync();
        }
    }

    /// <summary>The tables of which any column holds the marker, in whatever form.</summary>
    private static async Task<List<string>> FindAsync(AccessServer server)
    {
        var found = new List<string>();
        await server.WithAsync(async database =>
        {
            foreach (var table in (await TablesAsync(database)).Except(Audit))
            {
                if ((await RowsAsync(database, $"SELECT * FROM \"{table}\"")).Any(Holds))
                {
                    found.Add(table);
                }
            }
        });
        return found;
    }

    private static bool Holds(object?[] row) => row.Any(value => (value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    }).Contains(Marker, StringComparison.OrdinalIgnoreCase));

    private static async Task<List<string>> TablesAsync(SceneDbContext database)
        => (await RowsAsync(
                database,
                database is PostgresSceneDbContext
                    ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
                    : "SELECT name FROM sqlite_master WHERE type = 'table'"))
            .ConvertAll(row => (string)row[0]!);

    private static async Task<List<object?[]>> RowsAsync(SceneDbContext database, string query)
    {
        await database.Database.OpenConnectionAsync(Stop);
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(Stop))
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }
}
