using System.Text.Json;
using SceneGen.Scenes;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Web.Ops.Operators;

public sealed class When_an_operator_acts_on_a_scene(OperatedService service) : IClassFixture<OperatedService>
{
    private const string Why = "The user asked for it.";

    [Fact]
    public async Task the_answer_shows_the_scene_and_the_record_and_the_record_is_listed()
    {
        var scene = await service.AddAsync("Generating");

        var (status, answer) = await OrderAsync(scene, "cancel", new { reason = Why });

        Assert.Equal((202, "canceled", false), (status, StateIn(answer), answer.GetProperty("alreadyDone").GetBoolean()));
        var action = answer.GetProperty("action");
        Assert.Equal(
            ("local", "scene.cancel", scene.CorrelationId.ToString(), Why, "done"),
            (Text(action, "who"), Text(action, "action"), Text(action, "targetId"), Text(action, "reason"), Text(action, "outcome")));
        var listed = Assert.Single(await ActionsAsync(scene));
        Assert.Equal(action.GetProperty("id").GetInt64(), listed.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task the_same_again_changes_nothing_and_says_so()
    {
        var scene = await service.AddAsync("Submitting");
        var (_, first) = await OrderAsync(scene, "cancel", new { reason = Why });

        var (status, second) = await OrderAsync(scene, "cancel", new { reason = "Again." });

        Assert.Equal((200, true), (status, second.GetProperty("alreadyDone").GetBoolean()));
        Assert.Equal(IdOf(first), IdOf(second));
        Assert.Single(await ActionsAsync(scene));
    }

    [Fact]
    public async Task an_order_with_a_key_is_carried_out_once_whatever_came_after_it()
    {
        var scene = await service.AddAsync("Failed");
        var (_, first) = await OrderAsync(scene, "retry", new { from = "submit", reason = Why }, "key-1");
        await OrderAsync(scene, "cancel", new { reason = Why });

        var (status, again) = await OrderAsync(scene, "retry", new { from = "submit", reason = Why }, "key-1");

        Assert.Equal((200, true, "canceled"), (status, again.GetProperty("alreadyDone").GetBoolean(), StateIn(again)));
        Assert.Equal(IdOf(first), IdOf(again));
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("cancel")]
    [InlineData("rollback")]
    [InlineData("rollback/done")]
    public async Task a_key_that_can_be_none_is_named_and_nothing_is_done(string order)
    {
        var scene = await service.AddAsync("Failed");

        var (status, problem) = await OrderAsync(
            scene, order, new { from = "submit", outcome = "refused", reason = Why }, "two words");

        Assert.Equal(400, status);
        Assert.Equal("Idempotency-Key", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.Empty(await ActionsAsync(scene));
    }

    [Fact]
    public async Task a_full_page_of_records_is_followed_by_another_only_where_there_are_more()
    {
        var scene = await service.AddAsync("Failed");
        await OrderAsync(scene, "retry", new { from = "submit", reason = Why });
        await OrderAsync(scene, "cancel", new { reason = Why });
        var route = $"/api/ops/actions?scene={scene.CorrelationId}";

        var first = (await service.GetAsync($"{route}&limit=1")).Body;
        var second = (await service.GetAsync($"{route}&limit=1&after={first.GetProperty("next")}")).Body;
        var both = (await service.GetAsync($"{route}&limit=2")).Body;

        Assert.Equal(1, first.GetProperty("items").GetArrayLength());
        Assert.Equal((1, 2), (second.GetProperty("items").GetArrayLength(), both.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(JsonValueKind.Null, both.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("Failed", "submit", 202, "submitting")]
    [InlineData("Failed", "theme", 202, "awaitingTheme")]
    [InlineData("Failed", "generate", 409, "nothing_paid")]
    [InlineData("Failed", "store", 409, "nothing_paid")]
    [InlineData("Canceled", "submit", 202, "submitting")]
    [InlineData("Expired", "submit", 409, "step_unfit")]
    [InlineData("Expired", "theme", 202, "awaitingTheme")]
    [InlineData("Submitting", "submit", 202, "submitting")]
    [InlineData("Generating", "generate", 202, "generating")]
    [InlineData("Storing", "store", 202, "storing")]
    [InlineData("Storing", "submit", 409, "step_unfit")]
    [InlineData("AwaitingTheme", "theme", 409, "step_unfit")]
    [InlineData("Ready", "store", 409, "scene_ready")]
    [InlineData("RollingBack", "submit", 409, "rolling_back")]
    [InlineData("RolledBack", "submit", 409, "avatar_gone")]
    public async Task a_retry_goes_from_the_step_that_was_named(string state, string from, int expected, string outcome)
    {
        var scene = await service.AddAsync(state);

        var (status, answer) = await OrderAsync(scene, "retry", new { from, reason = Why });

        Assert.Equal((expected, outcome), (status, status == 409 ? Text(answer, "code") : StateIn(answer)));
        Assert.Equal(expected == 202 ? 1 : 0, (await ActionsAsync(scene)).Count);
    }

    [Theory]
    [InlineData("generate", -1, 202)]
    [InlineData("store", -1, 409)]
    [InlineData("store", 30, 202)]
    public async Task what_was_paid_for_is_begun_with_while_the_provider_may_have_it(string from, int minutes, int expected)
    {
        var scene = await service.AddAsync(
            "Failed", failed => failed.OutputExpiresAt = DateTimeOffset.UtcNow.AddMinutes(minutes));
        await AddPurchaseAsync(scene);

        var (status, answer) = await OrderAsync(scene, "retry", new { from, reason = Why });
        Assert.Equal(expected, status);
        if (status == 202)
        {
            Assert.True(answer.GetProperty("scene").GetProperty("run").GetProperty("reusesPaid").GetBoolean());

            var (again, second) = await OrderAsync(scene, "retry", new { from, reason = Why });
            Assert.Equal((200, true), (again, second.GetProperty("alreadyDone").GetBoolean()));
        }
    }

    [Theory]
    [InlineData("cancel", "Failed", 409, "scene_ended")]
    [InlineData("cancel", "RollingBack", 409, "rolling_back")]
    [InlineData("rollback", "Generating", 202, "rollingBack")]
    [InlineData("rollback", "Failed", 202, "rollingBack")]
    [InlineData("rollback", "Canceled", 409, "avatar_kept")]
    [InlineData("rollback", "Ready", 409, "avatar_kept")]
    [InlineData("rollback/done", "Failed", 409, "not_rolling_back")]
    [InlineData("rollback/done", "RollingBack", 202, "rolledBack")]
    public async Task each_order_is_for_the_states_it_means_something_in(string order, string state, int expected, string outcome)
    {
        var scene = await service.AddAsync(state);

        var (status, answer) = await OrderAsync(scene, order, new { outcome = "rolledBack", reason = Why });

        Assert.Equal((expected, outcome), (status, status == 409 ? Text(answer, "code") : StateIn(answer)));
    }

    [Fact]
    public async Task an_avatar_that_another_scene_needs_is_not_taken_back()
    {
        var scene = await service.AddAsync("Failed");
        await service.AddAsync("Ready", other => other.AvatarId = scene.AvatarId);

        var (status, problem) = await OrderAsync(scene, "rollback", new { reason = Why });

        Assert.Equal((409, "avatar_needed"), (status, Text(problem, "code")));
        Assert.Empty(await ActionsAsync(scene));
    }

    [Fact]
    public async Task a_rollback_that_was_refused_by_hand_ends_for_all_scenes_of_the_avatar()
    {
        var scene = await service.AddAsync("RollingBack");
        var other = await service.AddAsync("RollingBack", waiting => waiting.AvatarId = scene.AvatarId);

        var (_, answer) = await OrderAsync(scene, "rollback/done", new { outcome = "refused", reason = "It was paid for." });
        var (status, again) = await OrderAsync(scene, "rollback/done", new { outcome = "refused", reason = Why });

        Assert.Equal("failed", StateIn(answer));
        Assert.Equal("It was paid for.", Text(answer.GetProperty("scene").GetProperty("rollback"), "refusal"));
        Assert.Equal((200, IdOf(answer)), (status, IdOf(again)));
        await service.ReachesAsync(other.CorrelationId, "failed");
    }

    [Theory]
    [InlineData("retry", "{}", "from,reason")]
    [InlineData("cancel", "{}", "reason")]
    [InlineData("rollback", """{"reason":" "}""", "reason")]
    [InlineData("rollback/done", """{"outcome":"refused"}""", "reason")]
    public async Task what_is_missing_is_named(string order, string body, string fields)
    {
        var scene = await service.AddAsync("Failed");

        var (status, problem) = await OrderAsync(scene, order, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(400, status);
        Assert.Equal(fields.Split(','), problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Fact]
    public async Task a_scene_that_is_not_there_or_was_deleted_takes_no_orders()
    {
        var deleted = await service.AddAsync("Failed", scene => scene.ErasedAt = DateTimeOffset.UtcNow);

        Assert.Equal(404, (await service.PostAsync($"/api/ops/scenes/{Guid.NewGuid()}/cancel", new { reason = Why })).Status);
        Assert.Equal(410, (await OrderAsync(deleted, "retry", new { from = "submit", reason = Why })).Status);
    }

    private Task<(int Status, JsonElement Body)> OrderAsync(SceneState scene, string order, object body, string? key = null)
        => service.PostAsync($"/api/ops/scenes/{scene.CorrelationId}/{order}", body, key);

    private async Task<IReadOnlyList<JsonElement>> ActionsAsync(SceneState scene)
        => [.. (await service.GetAsync($"/api/ops/actions?scene={scene.CorrelationId}")).Body.GetProperty("items").EnumerateArray()];

    private Task AddPurchaseAsync(SceneState scene) => service.WithAsync(async database =>
    {
        database.Add(A.Purchase(scene.CorrelationId, Guid.NewGuid().ToString("N")));
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static string StateIn(JsonElement answer) => StateOf(answer.GetProperty("scene"));

    private static string StateOf(JsonElement scene) => Text(scene.GetProperty("scene"), "state");

    private static long IdOf(JsonElement answer) => answer.GetProperty("action").GetProperty("id").GetInt64();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
