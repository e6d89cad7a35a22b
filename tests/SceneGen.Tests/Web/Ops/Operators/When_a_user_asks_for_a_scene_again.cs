using System.Text.Json;
using SceneGen.Scenes.Compensation;

namespace SceneGen.Tests.Web.Ops.Operators;

public sealed class When_a_user_asks_for_a_scene_again(OperatedService service) : IClassFixture<OperatedService>
{
    [Theory]
    [InlineData("Failed", "submitting")]
    [InlineData("Canceled", "submitting")]
    [InlineData("Expired", "awaitingTheme")]
    public async Task it_begins_again_without_a_body(string state, string status)
    {
        var scene = await service.AddAsync(state);

        var (answer, body) = await service.PostNothingAsync($"/api/scenes/{scene.CorrelationId}/retry");

        Assert.Equal((202, status), (answer, Text(body, "status")));
        Assert.Equal(JsonValueKind.Null, body.GetProperty("failure").ValueKind);
    }

    [Fact]
    public async Task another_theme_may_be_named()
    {
        var scene = await service.AddAsync("Expired");

        var (status, body) = await service.PostAsync($"/api/scenes/{scene.CorrelationId}/retry", new { theme = "space-station" });

        Assert.Equal((202, "submitting", "space-station"), (status, Text(body, "status"), Text(body, "theme")));
    }

    [Fact]
    public async Task a_theme_that_is_none_is_named_as_wrong()
    {
        var scene = await service.AddAsync("Failed");

        var (status, problem) = await service.PostAsync($"/api/scenes/{scene.CorrelationId}/retry", new { theme = "cellar" });

        Assert.Equal(400, status);
        Assert.Equal("theme", problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData("Ready", "scene_ready")]
    [InlineData("Generating", "scene_running")]
    [InlineData("AwaitingTheme", "scene_running")]
    [InlineData("RollingBack", "rolling_back")]
    [InlineData("RolledBack", "avatar_gone")]
    public async Task one_that_did_not_end_without_a_picture_is_not_made_again(string state, string code)
    {
        var scene = await service.AddAsync(state);

        var (status, problem) = await service.PostNothingAsync($"/api/scenes/{scene.CorrelationId}/retry", "de");

        Assert.Equal((409, code), (status, Text(problem, "code")));
    }

    [Theory]
    [InlineData(AvatarStanding.Requested, "rolling_back")]
    [InlineData(AvatarStanding.RolledBack, "avatar_gone")]
    public async Task nor_is_one_whose_avatar_another_has_taken_along(AvatarStanding standing, string code)
    {
        var scene = await service.AddAsync("Failed");
        await service.WithAsync(async database =>
        {
            database.Add(new SceneAvatar { AvatarId = scene.AvatarId, Standing = standing });
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var (status, problem) = await service.PostNothingAsync($"/api/scenes/{scene.CorrelationId}/retry");

        Assert.Equal((409, code), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task one_that_is_not_there_or_was_deleted_is_not_found()
    {
        var deleted = await service.AddAsync("Failed", scene => scene.ErasedAt = DateTimeOffset.UtcNow);

        Assert.Equal(404, (await service.PostNothingAsync($"/api/scenes/{Guid.NewGuid()}/retry")).Status);
        Assert.Equal(410, (await service.PostNothingAsync($"/api/scenes/{deleted.CorrelationId}/retry")).Status);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
