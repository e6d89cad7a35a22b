using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Creating;

public abstract class When_a_request_has_a_key(TestDatabase database) : IAsyncLifetime
{
    private const string Route = "/api/scenes";
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
    public async Task the_same_again_gets_the_first_answer()
    {
        var first = await _service.PostAsync(Route, ApiService.Scene(), Key("a"));
        await _service.PostAsync(Route, ApiService.Scene(), Key("b"));
        var again = await _service.PostAsync(Route, ApiService.Scene(), Key("a"), ("Accept-Language", "de"));

        Assert.Equal(202, first.Status);
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        Assert.Equal(first.Header("Location"), again.Header("Location"));
        Assert.Equal((null, "true"), (first.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task of_many_at_once_at_two_instances_one_makes_the_scene_and_all_get_its_answer()
    {
        await using var other = await ApiService.StartAsync(database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            number => (number % 2 == 0 ? _service : other).PostAsync(Route, ApiService.Scene(), Key("twin"))));

        Assert.All(answers, answer => Assert.Equal((202, answers[0].Text), (answer.Status, answer.Text)));
        Assert.Equal(7, answers.Count(answer => answer.Header("Idempotency-Replayed") == "true"));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task another_body_is_refused()
    {
        await _service.PostAsync(Route, ApiService.Scene(), Key("a"));

        var other = await _service.PostAsync(Route, ApiService.Scene("space-station"), Key("a"));

        Assert.Equal((422, "idempotency_key_reused"), (other.Status, other.Code));
    }

    [Fact]
    public async Task a_request_that_was_refused_does_not_use_it_up()
    {
        Assert.Equal(400, (await _service.PostAsync(Route, ApiService.Scene("nowhere"), Key("a"))).Status);

        Assert.Equal(202, (await _service.PostAsync(Route, ApiService.Scene(), Key("a"))).Status);
    }

    [Fact]
    public async Task another_callers_key_of_the_same_name_is_another()
    {
        await using var keyed = await ApiService.StartAsync(database, ApiService.Keys);
        var answers = new[]
        {
            await _service.PostAsync(Route, ApiService.Scene(), Key("a")),
            await keyed.PostAsync(Route, ApiService.Scene(), Key("a"), ApiService.By("shop")),
            await keyed.PostAsync(Route, ApiService.Scene(), Key("a"), ApiService.By("other")),
            await keyed.PostAsync(Route, ApiService.Scene(), Key("a"), keyed.Of("session-7")),
            await keyed.PostAsync(Route, ApiService.Scene(), Key("a"), keyed.Of("session-8")),
        };

        Assert.Equal(5, answers.Select(answer => answer.Id).Distinct().Count());
        Assert.Equal("session-7", answers[3].Body.GetProperty("sessionId").GetString());
    }

    [Fact]
    public async Task what_was_answered_is_answered_again_though_it_would_be_refused_by_now()
    {
        var first = await _service.PostAsync(Route, ApiService.Scene(), Key("a"));
        await using var stricter = await ApiService.StartAsync(database, ("Avatars:Hosts:0", "avatars.example.org"));

        var again = await stricter.PostAsync(Route, ApiService.Scene(), Key("a"));
        var another = await stricter.PostAsync(Route, ApiService.Scene(), Key("b"));

        Assert.Equal((202, first.Text), (again.Status, again.Text));
        Assert.Equal(400, another.Status);
    }

    [Fact]
    public async Task an_answer_that_was_lost_is_given_when_it_is_asked_for_again_at_any_instance()
    {
        await Assert.ThrowsAsync<HttpRequestException>(
            () => _service.PostAsync(Route, ApiService.Scene(), Key("a"), ApiService.Lost));
        var id = await _service.InDatabaseAsync(data => data.Scenes.Select(scene => scene.CorrelationId).SingleAsync(Stop));
        await using var other = await ApiService.StartAsync(database);

        var again = await other.PostAsync(Route, ApiService.Scene(), Key("a"));

        Assert.Equal((202, id.ToString(), "true"), (again.Status, again.Id, again.Header("Idempotency-Replayed")));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task it_costs_one_query_and_one_row_and_without_it_nothing_is_asked()
    {
        await _service.PostAsync(Route, ApiService.Scene());
        var commands = _service.Commands;
        commands.Clear();

        await _service.PostAsync(Route, ApiService.Scene());

        Assert.Equal(1, commands.Count("INSERT", "scenes"));
        foreach (var table in new[] { "idempotency_keys", "quota_holders", "request_counts" })
        {
            Assert.Equal((table, 0, 0), (table, commands.Count("SELECT", table), commands.Count("INSERT", table)));
        }

        commands.Clear();
        await _service.PostAsync(Route, ApiService.Scene(), Key("a"));

        Assert.Equal((1, 1), (commands.Count("SELECT", "idempotency_keys"), commands.Count("INSERT", "idempotency_keys")));
    }

    [Fact]
    public async Task a_deleted_scene_is_gone_and_its_answer_forgotten()
    {
        var scene = await _service.PostAsync(Route, ApiService.Scene(), Key("a"));
        await _service.SendAsync(HttpMethod.Delete, $"{Route}/{scene.Id}");
        Assert.Equal(204, (await _service.SendAsync(HttpMethod.Delete, $"{Route}/{scene.Id}")).Status);

        var again = await _service.PostAsync(Route, ApiService.Scene(), Key("a"));

        Assert.Equal((410, "scene_deleted"), (again.Status, again.Code));
        Assert.Equal(1, await CountAsync());
        while (await _service.InDatabaseAsync(data => data.KeptAnswers.AnyAsync(answer => answer.Body != "", Stop)))
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task another_run_is_made_once()
    {
        var scene = await _service.PostAsync(Route, ApiService.Scene());
        await _service.SendAsync(HttpMethod.Delete, $"{Route}/{scene.Id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => _service.PostAsync($"{Route}/{scene.Id}/retry", null, Key("again"))));

        Assert.All(answers, answer => Assert.Equal((202, answers[0].Text), (answer.Status, answer.Text)));
    }

    [Fact]
    public async Task of_retries_that_differ_one_is_made_and_the_others_are_told_that_the_scene_runs()
    {
        await using var other = await ApiService.StartAsync(database);
        var scene = await _service.PostAsync(Route, ApiService.Scene());
        await _service.SendAsync(HttpMethod.Delete, $"{Route}/{scene.Id}");
        string[] themes = ["neon-city", "space-station"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number < 4 ? _service : other).PostAsync(
            $"{Route}/{scene.Id}/retry", new { theme = themes[number % 2] }, Key($"own-{number}"))));

        Assert.Single(answers, answer => answer.Status == 202);
        Assert.All(
            answers.Where(answer => answer.Status != 202),
            answer => Assert.Equal((409, "scene_running"), (answer.Status, answer.Code)));
        var made = Array.FindIndex(answers, answer => answer.Status == 202);
        Assert.Equal(themes[made % 2], answers[made].Body.GetProperty("theme").GetString());
    }

    [Fact]
    public async Task a_scene_that_exists_is_still_refused()
    {
        var scene = await _service.PostAsync(Route, ApiService.Scene());
        var same = new { avatarUrl = ApiService.AvatarUrl, theme = "neon-city", sceneId = scene.Id };

        Assert.Equal((409, "scene_exists"), await StatusAsync(same, Key("a")));
        Assert.Equal((409, "scene_exists"), await StatusAsync(same));

        async Task<(int Status, string Code)> StatusAsync(object body, params (string, string)[] headers)
        {
            var answer = await _service.PostAsync(Route, body, headers);
            return (answer.Status, answer.Code);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("256")]
    public async Task one_that_is_none_is_named_with_all_else_that_is_wrong(string key)
    {
        var answer = await _service.PostAsync(
            Route, ApiService.Scene("nowhere"), Key(key == "256" ? new string('x', 256) : key));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["Idempotency-Key", "theme"], answer.WrongFields);
    }

    private static (string Name, string Value) Key(string key) => ("Idempotency-Key", key);

    private Task<int> CountAsync() => _service.InDatabaseAsync(data => data.Scenes.CountAsync(Stop));

    public sealed class On_SQLite() : When_a_request_has_a_key(new SqliteDatabase());

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_a_request_has_a_key(kept.Database), IClassFixture<KeptPostgres>;
}
