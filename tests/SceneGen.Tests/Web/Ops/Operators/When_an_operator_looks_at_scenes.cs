using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Assets.Sweeping;
using SceneGen.Data.Leases;

namespace SceneGen.Tests.Web.Ops.Operators;

public sealed class When_an_operator_looks_at_scenes(OperatedService service) : IClassFixture<OperatedService>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task one_is_shown_with_all_that_helps_and_nothing_that_opens_a_door()
    {
        var scene = await service.AddAsync("Storing", storing =>
        {
            storing.AvatarUrl = "https://avatars.example.org/fox.png?token=secret";
            storing.OutputUrl = "https://replicate.delivery/secret/out.png";
            storing.AvatarFileUrl = "https://files.example.org/secret";
        });
        var other = await service.AddAsync("Failed", failed => failed.AvatarId = scene.AvatarId);

        var (status, shown) = await service.GetAsync($"/api/ops/scenes/{scene.CorrelationId}");

        Assert.Equal(200, status);
        Assert.DoesNotContain("secret", shown.GetRawText(), StringComparison.Ordinal);
        var avatar = shown.GetProperty("avatar");
        Assert.Equal(("avatars.example.org", "kept"), (Text(avatar, "host"), Text(avatar, "standing")));
        Assert.Equal(other.CorrelationId, avatar.GetProperty("otherScenes")[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task the_list_is_by_state_code_and_age_and_goes_on_where_it_ended()
    {
        var code = $"code_{Guid.NewGuid():N}";
        var old = DateTimeOffset.UtcNow.AddHours(-2);
        for (var i = 0; i < 3; i++)
        {
            await service.AddAsync("Failed", scene => (scene.FailureCode, scene.CreatedAt, scene.UpdatedAt) = (code, old.AddSeconds(i), old));
        }

        await service.AddAsync("Failed", scene => scene.FailureCode = code);
        await service.AddAsync("RolledBack", scene => (scene.FailureCode, scene.UpdatedAt) = (code, old));

        var (_, first) = await service.GetAsync($"/api/ops/scenes?state=failed&code={code}&olderThan=1h&limit=2");
        var (_, second) = await service.GetAsync(
            $"/api/ops/scenes?state=failed&code={code}&olderThan=1h&limit=2&cursor={Text(first, "next")}");

        Assert.Equal((2, 1), (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("state=gone", "state")]
    [InlineData("olderThan=long", "olderThan")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=x.x", "cursor")]
    public async Task what_cannot_be_listed_by_is_named(string query, string field)
    {
        var (status, problem) = await service.GetAsync($"/api/ops/scenes?{query}");

        Assert.Equal(400, status);
        Assert.Equal(field, problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task the_store_is_swept_when_they_say_so_and_that_is_recorded()
    {
        var (status, answer) = await service.PostAsync("/api/ops/sweep", new { dryRun = true, reason = "To see." }, "sweep-1");
        var (_, again) = await service.PostAsync("/api/ops/sweep", new { dryRun = true, reason = "To see." }, "sweep-1");

        Assert.Equal(200, status);
        Assert.True(answer.GetProperty("report").GetProperty("isDryRun").GetBoolean());
        var action = answer.GetProperty("action");
        Assert.Equal(("store.sweep", "done"), (Text(action, "action"), Text(action, "outcome")));
        Assert.True(action.GetProperty("details").GetProperty("dryRun").GetBoolean());
        Assert.True(again.GetProperty("alreadyDone").GetBoolean());
        Assert.Equal(action.GetProperty("id").GetInt64(), again.GetProperty("action").GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("begun")]
    [InlineData("failed")]
    public async Task a_sweep_that_was_cut_short_is_done_when_they_say_so_again(string outcome)
    {
        var order = new { dryRun = true, reason = "To see." };
        var (_, cut) = await service.PostAsync("/api/ops/sweep", order, outcome);
        var id = cut.GetProperty("action").GetProperty("id").GetInt64();
        await service.WithAsync(database => database.OperatorActions.Where(action => action.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(action => action.Outcome, outcome), Stop));

        var (_, again) = await service.PostAsync("/api/ops/sweep", order, outcome);

        Assert.False(again.GetProperty("alreadyDone").GetBoolean());
        Assert.Equal(JsonValueKind.Object, again.GetProperty("report").ValueKind);
        Assert.Equal(
            (id, "done"),
            (again.GetProperty("action").GetProperty("id").GetInt64(), Text(again.GetProperty("action"), "outcome")));
    }

    [Fact]
    public async Task it_is_never_swept_twice_at_once_and_what_was_not_done_is_not_recorded()
    {
        var sweeping = new TaskCompletionSource<SweepReportMark>();
        var sole = service.Services.GetRequiredService<SoleWork>();
        var first = sole.TryRunAsync(Sweeper.Work, _ => sweeping.Task, Stop);
        var before = await NewestAsync();

        var (status, problem) = await service.PostAsync("/api/ops/sweep", new { reason = "Now." });

        Assert.Equal((409, "work_under_way", before), (status, Text(problem, "code"), await NewestAsync()));
        sweeping.SetResult(new SweepReportMark());
        await first;
        Assert.Equal(200, (await service.PostAsync("/api/ops/sweep", new { reason = "Now." })).Status);
    }

    [Fact]
    public async Task gates_are_closed_and_opened_with_a_record()
    {
        await service.PostAsync("/api/ops/gates/provider/close", new { reason = "holidays" });
        await service.PostAsync("/api/ops/gates/provider/open", new { reason = "back at work" });
        await service.PostAsync("/api/ops/gates/provider/open", new { reason = "to be sure" });

        var (_, listed) = await service.GetAsync("/api/ops/actions?limit=3");
        Assert.Equal(
            [("gate.open", "unchanged", "to be sure"), ("gate.open", "done", "back at work"), ("gate.close", "done", "holidays")],
            listed.GetProperty("items").EnumerateArray().Select(action =>
                (Text(action, "action"), Text(action, "outcome"), Text(action, "reason"))));
        var last = listed.GetProperty("items")[2].GetProperty("id").GetInt64();
        var (_, rest) = await service.GetAsync($"/api/ops/actions?limit=200&after={last}");
        Assert.All(
            rest.GetProperty("items").EnumerateArray(), action => Assert.True(action.GetProperty("id").GetInt64() < last));
    }

    private async Task<string> NewestAsync() => (await service.GetAsync("/api/ops/actions?limit=1")).Body.GetProperty("items").GetRawText();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private sealed record SweepReportMark;
}
