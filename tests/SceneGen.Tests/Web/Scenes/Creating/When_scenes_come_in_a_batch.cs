using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Creating;

public abstract class When_scenes_come_in_a_batch(TestDatabase database) : IAsyncLifetime
{
    private const string Route = "/api/scenes/batch";
    private ApiService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await ApiService.StartAsync(database);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task a_wrong_one_stops_no_other()
    {
        var id = Guid.NewGuid();
        object[] scenes =
        [
            ApiService.Scene(),
            new { avatarUrl = ApiService.AvatarUrl, theme = 7, seed = "x", sessionId = "two words" },
            17,
            new { avatarUrl = ApiService.AvatarUrl, theme = "neon-city", sceneId = id },
            new { avatarUrl = ApiService.AvatarUrl, theme = "neon-city", sceneId = id },
        ];

        var answer = await _service.PostAsync(Route, new { scenes });

        var items = Items(answer);
        Assert.Equal(200, answer.Status);
        Assert.Equal([0, 1, 2, 3, 4], items.Select(item => item.GetProperty("index").GetInt32()));
        Assert.Equal([202, 400, 400, 202, 409], items.Select(item => item.GetProperty("status").GetInt32()).Take(3)
            .Concat(items.Skip(3).Select(item => item.GetProperty("status").GetInt32()).Order()));
        Assert.Equal(
            ["seed", "sessionId", "theme"],
            items[1].GetProperty("problem").GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.False(items[1].TryGetProperty("scene", out _));
        Assert.Equal("submitting", items[0].GetProperty("scene").GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_hundred_are_made_even_of_a_large_body()
    {
        var scenes = Enumerable.Range(0, 100).Select(_ => new
        {
            avatarUrl = ApiService.AvatarUrl + "?" + new string('x', 1500),
            theme = "neon-city",
        }).ToArray();
        var since = TimeProvider.System.GetTimestamp();

        var answer = await _service.PostAsync(Route, new { scenes });

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"100 scenes in {TimeProvider.System.GetElapsedTime(since).TotalMilliseconds:F0} ms");
        Assert.Equal(100, Items(answer).Count(item => item.GetProperty("status").GetInt32() == 202));
        Assert.Equal(100, await _service.InDatabaseAsync(data => data.Scenes.CountAsync(Stop)));
    }

    [Fact]
    public async Task with_a_key_what_was_made_is_not_made_again_and_what_was_not_is()
    {
        var batch = new { scenes = Enumerable.Range(0, 6).Select(_ => ApiService.Scene()).ToArray() };
        var key = ("Idempotency-Key", "batch-1");
        var first = await _service.PostAsync(Route, batch, key);

        // As if the process had been killed in the middle.
        await _service.InDatabaseAsync(data => data.KeptAnswers.Where(answer => answer.Item >= 4).ExecuteDeleteAsync(Stop));
        var repeated = await _service.PostAsync(Route, batch, key);
        var third = await _service.PostAsync(Route, batch, key);

        Assert.Equal(Ids(first).Take(4), Ids(repeated).Take(4));
        Assert.Empty(Ids(first).Intersect(Ids(repeated).Skip(4)));
        Assert.Equal(repeated.Text, third.Text);
        Assert.Equal((null, "true"), (repeated.Header("Idempotency-Replayed"), third.Header("Idempotency-Replayed")));
        var other = await _service.PostAsync(Route, new { scenes = new[] { ApiService.Scene() } }, key);
        Assert.Equal((422, "idempotency_key_reused"), (other.Status, other.Code));
    }

    [Fact]
    public async Task a_session_makes_none_for_another()
    {
        var scenes = new[] { ApiService.Scene(sessionId: "mine"), ApiService.Scene(sessionId: "theirs"), ApiService.Scene() };

        var items = Items(await _service.PostAsync(Route, new { scenes }, _service.Of("mine")));
        var single = await _service.PostAsync("/api/scenes", scenes[1], _service.Of("mine"));

        Assert.Equal([202, 403, 202], items.Select(item => item.GetProperty("status").GetInt32()));
        Assert.Equal("session_foreign", items[1].GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal("mine", items[2].GetProperty("scene").GetProperty("sessionId").GetString());
        Assert.Equal((403, "session_foreign"), (single.Status, single.Code));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"scenes\":[]}")]
    [InlineData("{\"scenes\":{}}")]
    [InlineData("101")]
    public async Task too_many_or_none_are_refused(string body)
    {
        var text = body == "101" ? $"{{\"scenes\":[{string.Join(',', Enumerable.Repeat("{}", 101))}]}}" : body;

        var answer = await _service.PostTextAsync(Route, text);

        Assert.Equal(400, answer.Status);
        Assert.Equal(["scenes"], answer.WrongFields);
    }

    [Fact]
    public async Task a_body_over_1_MiB_is_refused_and_of_a_single_scene_one_over_64_KiB()
    {
        var large = await _service.PostTextAsync(Route, $"{{\"scenes\":[\"{new string('x', 1_100_000)}\"]}}");
        var single = await _service.PostTextAsync("/api/scenes", $"{{\"avatarUrl\":\"{new string('x', 70_000)}\"}}");

        Assert.Equal((413, 413), (large.Status, single.Status));
        Assert.Contains("1024 KiB", large.Text, StringComparison.Ordinal);
        Assert.Contains("64 KiB", single.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task while_the_database_is_away_none_is_taken_and_the_whole_is_to_be_sent_again()
    {
        object[] scenes = [ApiService.Scene(), ApiService.Scene("nowhere"), ApiService.Scene()];
        _service.Database.IsAway = true;

        var answer = await _service.PostAsync(Route, new { scenes });

        Assert.Equal((503, "database_unavailable", "5"), (answer.Status, answer.Code, answer.Header("Retry-After")));
    }

    [Fact]
    public async Task what_was_made_before_the_database_went_away_is_told_and_what_was_not_may_be_sent_again()
    {
        var id = Guid.NewGuid();
        object[] scenes = [ApiService.Scene(), new { avatarUrl = ApiService.AvatarUrl, theme = "neon-city", sceneId = id }];
        _service.Database.AwayFor = command => command.Parameters.Cast<DbParameter>().Any(
            parameter => $"{parameter.Value}".Equals($"{id}", StringComparison.OrdinalIgnoreCase));

        var answer = await _service.PostAsync(Route, new { scenes });

        var items = Items(answer);
        var problem = items[1].GetProperty("problem");
        Assert.Equal((200, 202, 503), (answer.Status, StatusOf(items[0]), StatusOf(items[1])));
        Assert.Equal(
            ("database_unavailable", 5), (problem.GetProperty("code").GetString(), problem.GetProperty("retryAfter").GetInt32()));
    }

    private static int StatusOf(JsonElement item) => item.GetProperty("status").GetInt32();

    private static List<JsonElement> Items(ApiAnswer answer) => [.. answer.Body.GetProperty("items").EnumerateArray()];

    private static IEnumerable<string> Ids(ApiAnswer answer)
        => Items(answer).Select(item => item.GetProperty("scene").GetProperty("id").GetString()!);

    public sealed class On_SQLite() : When_scenes_come_in_a_batch(new SqliteDatabase());

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_scenes_come_in_a_batch(kept.Database), IClassFixture<KeptPostgres>;
}
