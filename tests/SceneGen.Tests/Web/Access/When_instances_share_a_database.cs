using Microsoft.EntityFrameworkCore;
using SceneGen.Access.Keys;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Access;

public sealed class When_instances_share_a_database : IAsyncDisposable
{
    private const string Secret = "sg_added";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SqliteDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_session_of_one_is_a_session_of_the_other_and_of_the_next()
    {
        await using var one = await AccessServer.StartAsync([], _database);
        await using var other = await AccessServer.StartAsync([], _database);
        var (browser, session) = await one.BrowseAsync();

        await using var later = await AccessServer.StartAsync([], _database);

        Assert.Equal(session, await SessionAsync(other, browser[0]));
        Assert.Equal(session, await SessionAsync(later, browser[0]));
        Assert.Equal((await other.BrowseAsync()).SessionId.Length, session.Length);
    }

    [Fact]
    public async Task a_key_that_is_added_or_revoked_is_so_for_both_within_seconds()
    {
        await using var one = await AccessServer.StartAsync([], _database);
        await using var other = await AccessServer.StartAsync([], _database);
        Assert.Equal(200, await one.StatusAsync("GET", "/api/scenes"));

        await AddKeyAsync(one);
        await AnswersAsync(one, 401);
        await AnswersAsync(other, 401);
        Assert.Equal(200, await other.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer(Secret)));

        await one.WithAsync(database => database.ApiKeys.ExecuteUpdateAsync(
            set => set.SetProperty(key => key.RevokedAt, TimeProvider.System.GetUtcNow()), Stop));
        await AnswersAsync(one, 401, AccessServer.Bearer(Secret));
        await AnswersAsync(other, 401, AccessServer.Bearer(Secret));
    }

    [Fact]
    public async Task both_keys_of_a_name_are_the_same_caller()
    {
        await using var one = await AccessServer.StartAsync([], _database);
        await AddKeyAsync(one);
        await AddKeyAsync(one, "sg_next");
        await AnswersAsync(one, 200, AccessServer.Bearer("sg_next"));
        var wish = new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city" };

        var (status, made) = await one.AskAsync(
            "POST", "/api/scenes", wish, AccessServer.Bearer(Secret), ("Idempotency-Key", "order-1"));
        var (_, again) = await one.AskAsync(
            "POST", "/api/scenes", wish, AccessServer.Bearer("sg_next"), ("Idempotency-Key", "order-1"));

        Assert.Equal(202, status);
        Assert.Equal(made.GetProperty("id").GetString(), again.GetProperty("id").GetString());
    }

    [Fact]
    public async Task that_a_key_was_used_is_noted()
    {
        await using var one = await AccessServer.StartAsync([], _database);
        await AddKeyAsync(one);
        await AnswersAsync(one, 200, AccessServer.Bearer(Secret));

        var since = TimeProvider.System.GetTimestamp();
        var isNoted = false;
        while (!isNoted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "It was not noted.");
            await one.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer(Secret));
            await one.WithAsync(async database => isNoted = await database.ApiKeys.AnyAsync(key => key.UsedAt != null, Stop));
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<string?> SessionAsync(AccessServer server, (string Name, string Value) cookie)
        => (await server.AskAsync("GET", "/api/sessions/current", null, cookie)).Body.GetProperty("sessionId").GetString();

    private static Task AddKeyAsync(AccessServer server, string secret = Secret)
        => server.WithAsync(database =>
        {
            database.Add(new ApiKey
            {
                Name = "added",
                Sha256 = KeySecret.HashOf(secret),
                Scopes = "scenes",
                AddedAt = TimeProvider.System.GetUtcNow(),
            });
            return database.SaveChangesAsync(Stop);
        });

    private static async Task AnswersAsync(AccessServer server, int status, params (string Name, string Value)[] headers)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (await server.StatusAsync("GET", "/api/scenes", null, headers) != status)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"It does not answer {status}.");
        }
    }
}
