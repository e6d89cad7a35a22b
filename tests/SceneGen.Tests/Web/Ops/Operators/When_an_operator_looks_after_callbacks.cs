using System.Text.Json;
using SceneGen.Callbacks.Telling;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Web.Ops.Operators;

public sealed class When_an_operator_looks_after_callbacks(OperatedService service) : IClassFixture<OperatedService>
{
    private const string Url = "http://127.0.0.1:1/hook?token=hook-token";

    private static readonly object Reason = new { reason = "the receiver is back" };

    [Fact]
    public async Task they_are_listed_page_by_page_without_address_and_body()
    {
        var scene = await AddAsync(CallbackState.Failed, CallbackState.Taken, CallbackState.Failed);

        var first = (await service.GetAsync($"/api/ops/callbacks?sceneId={scene}&state=failed&limit=1")).Body;
        var second = (await service.GetAsync($"/api/ops/callbacks?sceneId={scene}&state=failed&limit=1&cursor={first.GetProperty("next")}")).Body;

        string[] ids = [IdOf(first.GetProperty("items")[0]), IdOf(second.GetProperty("items")[0])];
        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), ids);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.DoesNotContain("hook", $"{first}{second}", StringComparison.Ordinal);
        Assert.DoesNotContain("personal", $"{first}{second}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_is_posted_again_under_its_old_id_and_that_is_recorded()
    {
        var scene = await AddAsync(CallbackState.Failed);
        var id = IdOf((await ListAsync(scene)).Single());

        var (status, answer) = await service.PostAsync($"/api/ops/callbacks/{id}/replay", Reason);

        Assert.Equal((200, 1), (status, answer.GetProperty("replayed").GetInt32()));
        await Patience.UntilAsync(async () => (await ListAsync(scene)).Single().GetProperty("tries").GetInt32() == 12);
        var callback = (await ListAsync(scene)).Single();
        Assert.Equal((id, "waiting"), (IdOf(callback), callback.GetProperty("state").GetString()));
        var actions = (await service.GetAsync("/api/ops/actions")).Body.GetProperty("items").EnumerateArray();
        Assert.Contains(actions, action => action.GetProperty("targetId").GetString() == id
            && action.GetProperty("reason").GetString() == "the receiver is back");
    }

    [Fact]
    public async Task many_are_posted_again_that_have_something_in_common()
    {
        var scene = await AddAsync(CallbackState.Failed, CallbackState.Failed, CallbackState.Taken);
        await AddAsync(CallbackState.Failed);

        var (_, answer) = await service.PostAsync(
            "/api/ops/callbacks/replay", new { filter = new { state = "failed", sceneId = scene }, reason = "the receiver is back" });

        Assert.Equal((2, false), (answer.GetProperty("replayed").GetInt32(), answer.GetProperty("more").GetBoolean()));
        await Patience.UntilAsync(async () =>
            (await ListAsync(scene)).Count(callback => callback.GetProperty("tries").GetInt32() == 12) == 2);
    }

    [Fact]
    public async Task an_order_after_another_takes_those_that_are_left()
    {
        var scene = await AddAsync([.. Enumerable.Repeat(CallbackState.Failed, 503)]);
        var filter = new { sceneId = scene };

        var (_, first) = await service.PostAsync(
            "/api/ops/callbacks/replay", new { filter, reason = "the receiver is back" });
        var (_, second) = await service.PostAsync(
            "/api/ops/callbacks/replay", new { filter, cursor = first.GetProperty("next").GetString(), reason = "the receiver is back" });

        Assert.Equal((500, true), (first.GetProperty("replayed").GetInt32(), first.GetProperty("more").GetBoolean()));
        Assert.Equal((3, false), (second.GetProperty("replayed").GetInt32(), second.GetProperty("more").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task a_cursor_that_is_none_is_refused()
    {
        var (status, problem) = await service.PostAsync(
            "/api/ops/callbacks/replay", new { filter = new { }, cursor = "nonsense", reason = "the receiver is back" });

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("cursor", out _));
    }

    [Theory]
    [InlineData("msg_0123456789abcdef0123456789abcdef", 404, "callback_unknown")]
    [InlineData("nonsense", 404, "callback_unknown")]
    public async Task one_that_is_not_there_is_not_found(string id, int status, string code)
    {
        var (actual, problem) = await service.PostAsync($"/api/ops/callbacks/{id}/replay", Reason);

        Assert.Equal((status, code), (actual, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task without_a_reason_or_a_filter_nothing_is_done()
    {
        var (status, problem) = await service.PostAsync("/api/ops/callbacks/replay", new { });

        Assert.Equal(400, status);
        Assert.Equal(["filter", "reason"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Fact]
    public async Task a_caller_is_told_that_none_can_be_given_while_there_is_no_secret()
    {
        var (status, problem) = await service.PostAsync(
            "/api/scenes", new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city", callbackUrl = Url });

        Assert.Equal(400, status);
        Assert.Contains("Callbacks:Secret", $"{problem.GetProperty("errors").GetProperty("callbackUrl")}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_address_is_shown_nowhere()
    {
        var scene = await AddAsync(CallbackState.Waiting);
        foreach (var path in new[] { "/api/scenes", $"/api/scenes/{scene}", $"/api/scenes/{scene}/timeline", $"/api/ops/scenes/{scene}", $"/api/ops/scenes/{scene}/timeline" })
        {
            var (status, body) = await service.GetAsync(path);

            Assert.Equal(200, status);
            Assert.DoesNotContain("hook-token", $"{body}", StringComparison.Ordinal);
        }
    }

    private static string IdOf(JsonElement callback) => callback.GetProperty("id").GetString()!;

    private async Task<List<JsonElement>> ListAsync(Guid scene)
        => [.. (await service.GetAsync($"/api/ops/callbacks?sceneId={scene}")).Body.GetProperty("items").EnumerateArray()];

    /// <summary>A scene, and a callback for each state.</summary>
    private async Task<Guid> AddAsync(params CallbackState[] states)
    {
        var scene = (await service.AddAsync("Canceled", canceled => canceled.CallbackUrl = Url)).CorrelationId;
        await service.WithAsync(async database =>
        {
            database.AddRange(states.Select(state => new SceneCallback
            {
                Id = Guid.CreateVersion7(),
                SceneId = scene,
                Type = "scene.canceled",
                Body = "{\"personal\":1}",
                CreatedAt = TimeProvider.System.GetUtcNow(),
                State = state,
                Tries = 11,
            }));
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return scene;
    }
}
