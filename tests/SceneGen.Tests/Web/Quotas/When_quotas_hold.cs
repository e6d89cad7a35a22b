using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Simulator.Infrastructure;
using SceneGen.Tests.Web.Scenes;

namespace SceneGen.Tests.Web.Quotas;

public abstract class When_quotas_hold(TestDatabase database) : IAsyncDisposable
{
    private const string Route = "/api/scenes";
    private const string Avatars = "/api/avatars";

    /// <summary>No minute and no day ends in the middle of a test. The bus sets its timers by the machine's own clock.</summary>
    private readonly SettableClock _clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task no_more_scenes_run_than_may_however_many_are_asked_for_at_once()
    {
        await using var service = await StartAsync("RunningScenes", "5");
        await using var other = await StartAsync("RunningScenes", "5");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? service : other)
            .PostAsync(Route, ApiService.Scene(), ApiService.By("shop"))));

        Assert.Equal(5, answers.Count(answer => answer.Status == 202));
        Assert.Equal(35, answers.Count(answer => answer.Status == 429));
        var refused = answers.First(answer => answer.Status == 429);
        Assert.Equal(("quota_running_scenes", "10"), (refused.Code, refused.Header("Retry-After")));
        Assert.Equal(("5", "0"), (refused.Header("RateLimit-Limit"), refused.Header("RateLimit-Remaining")));

        // Another caller has quotas of its own, and one that has ended makes room for the next.
        Assert.Equal(202, (await service.PostAsync(Route, ApiService.Scene(), ApiService.By("other"))).Status);
        var done = answers.First(answer => answer.Status == 202).Id;
        await service.SendAsync(HttpMethod.Delete, $"{Route}/{done}", ApiService.By("shop"));
        Assert.Equal(202, (await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"))).Status);
        Assert.Equal(429, (await service.PostAsync($"{Route}/{done}/retry", null, ApiService.By("shop"))).Status);
    }

    [Fact]
    public async Task a_batch_is_let_through_as_far_as_they_reach()
    {
        await using var service = await StartAsync("RunningScenes", "2");
        var scenes = Enumerable.Range(0, 6).Select(_ => ApiService.Scene()).ToArray();

        var answer = await service.PostAsync($"{Route}/batch", new { scenes }, ApiService.By("shop"));

        var items = answer.Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, items.Count(item => item.GetProperty("status").GetInt32() == 202));
        var problem = items.First(item => item.GetProperty("status").GetInt32() == 429).GetProperty("problem");
        Assert.Equal(
            ("quota_running_scenes", 10), (problem.GetProperty("code").GetString(), problem.GetProperty("retryAfter").GetInt32()));
    }

    [Fact]
    public async Task what_was_answered_is_answered_again_though_they_are_used_up()
    {
        await using var service = await StartAsync("RunningScenes", "1");
        await using var other = await StartAsync("RunningScenes", "1");

        // The last place is taken by one of the twins: it is no quota that stands in the way of the others.
        var twins = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? service : other)
            .PostAsync(Route, ApiService.Scene(), ApiService.By("shop"), ("Idempotency-Key", "a"))));
        var more = await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"), ("Idempotency-Key", "b"));
        var again = await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"), ("Idempotency-Key", "a"));

        Assert.All(twins, twin => Assert.Equal((202, twins[0].Text), (twin.Status, twin.Text)));
        Assert.Equal((429, 202, twins[0].Text), (more.Status, again.Status, again.Text));
    }

    [Fact]
    public async Task a_session_has_its_own_whoever_asks_for_it_and_the_local_caller_has_none()
    {
        await using var service = await StartAsync("RunningScenes", "1");
        await using var keyless = await ApiService.StartAsync(database, _clock, ("Quotas:RunningScenes", "1"));
        var scene = ApiService.Scene(sessionId: "session-1");

        Assert.Equal(202, (await service.PostAsync(Route, scene, service.Of("session-1"))).Status);
        Assert.Equal(429, (await service.PostAsync(Route, scene, ApiService.By("shop"))).Status);
        Assert.Equal(202, (await keyless.PostAsync(Route, scene)).Status);
    }

    [Fact]
    public async Task a_day_costs_no_more_than_it_may()
    {
        await using var service = await StartAsync("CostPerDay", "1");
        var first = await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"));
        await service.InDatabaseAsync(data => data.Scenes.ExecuteUpdateAsync(set => set.SetProperty(scene => scene.Cost, 0.99m), Stop));

        var refused = await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"));

        Assert.Equal(202, first.Status);
        Assert.Equal((429, "quota_cost", "100"), (refused.Status, refused.Code, refused.Header("RateLimit-Limit")));
        var yesterday = _clock.GetUtcNow().AddDays(-1);
        await service.InDatabaseAsync(data => data.Scenes.ExecuteUpdateAsync(set => set.SetProperty(scene => scene.RunBeganAt, yesterday), Stop));
        Assert.Equal(202, (await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"))).Status);
    }

    [Fact]
    public async Task what_a_session_has_deleted_today_has_cost_as_much()
    {
        await using var service = await StartAsync("CostPerDay", "1");
        var made = await service.PostAsync(Route, ApiService.Scene(), service.Of("session-1"));
        await service.InDatabaseAsync(data => data.Scenes.ExecuteUpdateAsync(
            set => set.SetProperty(scene => scene.Cost, 0.99m).SetProperty(scene => scene.CurrentState, "Failed"), Stop));
        await service.SendAsync(HttpMethod.Delete, $"{Route}/{made.Id}", service.Of("session-1"));

        var refused = await service.PostAsync(Route, ApiService.Scene(), service.Of("session-1"));

        Assert.Equal((202, 429, "quota_cost"), (made.Status, refused.Status, refused.Code));
    }

    [Fact]
    public async Task an_avatar_that_is_announced_by_http_falls_under_them()
    {
        await using var service = await StartAsync("RunningScenes", "1");
        var first = Avatar("neon-city");

        Assert.Equal(202, (await service.PostAsync(Avatars, first, ApiService.By("shop"))).Status);
        Assert.Equal(202, (await service.PostAsync(Avatars, first, ApiService.By("shop"))).Status);
        var refused = await service.PostAsync(Avatars, Avatar("neon-city"), ApiService.By("shop"));
        Assert.Equal((429, "quota_running_scenes", "10"), (refused.Status, refused.Code, refused.Header("Retry-After")));
        Assert.Equal(429, (await service.PostAsync(Avatars, Avatar(null), ApiService.By("shop"))).Status);
        Assert.Equal(1, await service.InDatabaseAsync(data => data.Scenes.CountAsync(Stop)));
    }

    [Fact]
    public async Task a_theme_is_chosen_only_while_they_allow_the_run()
    {
        await using var service = await StartAsync("CostPerDay", "1");
        var waits = await AnnounceAsync(service);
        var dear = await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"));
        var id = Guid.Parse(dear.Id);
        await service.InDatabaseAsync(data => data.Scenes
            .Where(scene => scene.CorrelationId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.Cost, 0.99m), Stop));

        var refused = await ChooseAsync(service, waits);

        Assert.Equal((429, "quota_cost", "100"), (refused.Status, refused.Code, refused.Header("RateLimit-Limit")));
        await service.InDatabaseAsync(data => data.Scenes
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.Cost, 0m), Stop));
        Assert.Equal(200, (await ChooseAsync(service, waits)).Status);
    }

    [Fact]
    public async Task scenes_that_only_wait_for_a_theme_do_not_keep_one_another_from_theirs()
    {
        await using var open = await ApiService.StartAsync(database, _clock, ApiService.Keys);
        var first = await AnnounceAsync(open);
        var second = await AnnounceAsync(open);
        await using var service = await StartAsync("RunningScenes", "1");

        Assert.Equal(200, (await ChooseAsync(service, first)).Status);
        Assert.Equal((429, "quota_running_scenes"), Told(await ChooseAsync(service, second)));
    }

    [Fact]
    public async Task what_a_retry_costs_counts_on_the_day_it_was_asked_for()
    {
        await using var service = await StartAsync("CostPerDay", "1");
        var scene = await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"));
        await service.SendAsync(HttpMethod.Delete, $"{Route}/{scene.Id}", ApiService.By("shop"));
        var yesterday = _clock.GetUtcNow().AddDays(-1);
        await service.InDatabaseAsync(data => data.Scenes.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.CreatedAt, yesterday).SetProperty(one => one.RunBeganAt, yesterday).SetProperty(one => one.Cost, 5m),
            Stop));

        Assert.Equal(202, (await service.PostAsync($"{Route}/{scene.Id}/retry", null, ApiService.By("shop"))).Status);
        await service.InDatabaseAsync(data => data.Scenes.ExecuteUpdateAsync(set => set.SetProperty(one => one.Cost, 5.99m), Stop));

        Assert.Equal((429, "quota_cost"), Told(await service.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"))));
    }

    [Fact]
    public async Task all_sessions_together_have_quotas_too()
    {
        await using var running = await StartAsync("SessionsRunningScenes", "2");

        Assert.Equal(202, (await running.PostAsync(Route, ApiService.Scene(), running.Of("session-1"))).Status);
        var second = await running.PostAsync(Route, ApiService.Scene(), running.Of("session-2"));
        var refused = await running.PostAsync(Route, ApiService.Scene(), running.Of("session-3"));
        Assert.Equal(202, second.Status);
        Assert.Equal((429, "quota_running_scenes"), Told(refused));
        Assert.Equal("2", refused.Header("RateLimit-Limit"));
        Assert.Equal(202, (await running.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"))).Status);

        await using var costs = await StartAsync("SessionsCostPerDay", "1");
        var id = Guid.Parse(second.Id);
        await costs.InDatabaseAsync(data => data.Scenes
            .Where(scene => scene.CorrelationId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.Cost, 0.99m), Stop));
        var dear = await costs.PostAsync(Route, ApiService.Scene(), costs.Of("session-4"));
        Assert.Equal((429, "quota_cost"), Told(dear));
        Assert.Equal("100", dear.Header("RateLimit-Limit"));
        Assert.Equal(202, (await costs.PostAsync(Route, ApiService.Scene(), ApiService.By("shop"))).Status);
    }

    [Fact]
    public async Task requests_are_counted_by_all_instances_together()
    {
        await using var service = await StartAsync("RequestsPerMinute", "40");
        await using var other = await StartAsync("RequestsPerMinute", "40");
        await using var keyless = await ApiService.StartAsync(database, _clock, ("Quotas:RequestsPerMinute", "40"));

        var first = await service.GetAsync(Route, ApiService.By("shop"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(
            number => (number % 2 == 0 ? service : other).GetAsync(Route, ApiService.By("shop"))));

        Assert.Equal(("40", "39", "40;w=60"),
            (first.Header("RateLimit-Limit"), first.Header("RateLimit-Remaining"), first.Header("RateLimit-Policy")));
        Assert.InRange(answers.Count(answer => answer.Status == 200), 37, 39);
        var refused = answers.First(answer => answer.Status != 200);
        Assert.Equal((429, "quota_requests", "0"), (refused.Status, refused.Code, refused.Header("RateLimit-Remaining")));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains(
            "scenegen_quota_refusals_total{quota=\"requests\"}",
            await CountersOfAsync(service) + await CountersOfAsync(other),
            StringComparison.Ordinal);
        Assert.Null((await keyless.GetAsync(Route)).Header("RateLimit-Limit"));
        Assert.Equal(200, (await service.GetAsync(Route, service.Of("session-1"))).Status);
    }

    private static object Avatar(string? theme) => new
    {
        avatarId = Guid.NewGuid(),
        sessionId = $"session-{Guid.NewGuid():N}",
        avatarUrl = ApiService.AvatarUrl,
        theme,
    };

    private static (int Status, string Code) Told(ApiAnswer answer) => (answer.Status, answer.Code);

    /// <summary>A scene that waits for its theme.</summary>
    private static async Task<string> AnnounceAsync(ApiService service)
        => (await service.PostAsync(Avatars, Avatar(null), ApiService.By("shop"))).Body.GetProperty("sceneId").GetString()!;

    private static Task<ApiAnswer> ChooseAsync(ApiService service, string id)
        => service.PutAsync($"{Route}/{id}/theme", new { theme = "neon-city" }, ApiService.By("shop"));

    private static async Task<string> CountersOfAsync(ApiService service)
        => (await service.GetAsync("/metrics", ApiService.By("watch"))).Text;

    private Task<ApiService> StartAsync(string quota, string value)
        => ApiService.StartAsync(database, _clock, [.. ApiService.Keys, ($"Quotas:{quota}", value)]);

    public sealed class On_SQLite() : When_quotas_hold(new SqliteDatabase());

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_quotas_hold(kept.Database), IClassFixture<KeptPostgres>;
}
