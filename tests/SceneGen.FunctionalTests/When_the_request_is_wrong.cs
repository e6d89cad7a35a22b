using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_the_request_is_wrong(Embedded run) : IClassFixture<Embedded>
{
    private const string Theme = "\"theme\":\"neon-city\"";
    private const string Url = "\"avatarUrl\":\"https://avatars.example.org/a.png\"";

    [Theory]
    [InlineData("{", 400, "JSON")]
    [InlineData("[]", 400, "JSON")]
    [InlineData("null", 400, "JSON object")]
    [InlineData("{" + Theme + "}", 400, "avatarUrl")]
    [InlineData("{" + Theme + ",\"avatarUrl\":17}", 400, "avatarUrl")]
    [InlineData("{" + Theme + ",\"avatarUrl\":\"http://avatars.example.org/a.png\"}", 400, "avatarUrl")]
    [InlineData("{" + Theme + ",\"avatarUrl\":\"https://169.254.169.254/latest\"}", 400, "avatarUrl")]
    [InlineData("{" + Theme + ",\"avatarUrl\":\"https://localhost/a.png\"}", 400, "avatarUrl")]
    [InlineData("{" + Theme + ",\"avatarUrl\":\"https://user:pw@avatars.example.org/a.png\"}", 400, "avatarUrl")]
    [InlineData("{" + Theme + ",\"avatarUrl\":\"file:///etc/passwd\"}", 400, "avatarUrl")]
    [InlineData("{" + Url + "}", 400, "theme")]
    [InlineData("{" + Url + ",\"theme\":\"no-such-theme\"}", 400, "theme")]
    [InlineData("{" + Url + "," + Theme + ",\"sceneId\":\"abc\"}", 400, "sceneId")]
    [InlineData("{" + Url + "," + Theme + ",\"sessionId\":\"two words\"}", 400, "sessionId")]
    [InlineData("{" + Url + "," + Theme + ",\"avatar\":{\"kind\":\"dinosaur\"}}", 400, "avatar.kind")]
    [InlineData("{" + Url + "," + Theme + ",\"avatar\":{\"name\":\"x\"}}", 400, "avatar.kind")]
    [InlineData("{" + Url + "," + Theme + ",\"avatar\":{\"kind\":\"animal\",\"name\":\"x\\u0000\"}}", 400, "avatar.name")]
    [InlineData("{" + Url + "," + Theme + ",\"avatar\":{\"kind\":\"animal\",\"description\":\"\\u0000\"}}", 400, "avatar.description")]
    [InlineData("{" + Url + "," + Theme + ",\"sessionId\":\"x\\u0000\"}", 400, "sessionId")]
    [InlineData("{" + Url + "," + Theme + ",\"seed\":-1}", 400, "seed")]
    public async Task the_answer_names_the_field_and_nothing_is_stored(string body, int status, string named)
    {
        var answer = await run.Scenes.PostTextAsync("/api/scenes", body);

        await AssertRefusedAsync(answer, status, named);
    }

    [Fact]
    public async Task a_name_of_5000_characters_is_refused()
    {
        var name = new string('x', 5000);
        var answer = await run.Scenes.PostAsync("/api/scenes", new
        {
            avatarUrl = run.Avatars.Fox,
            theme = "neon-city",
            avatar = new { kind = "animal", name },
        });

        await AssertRefusedAsync(answer, 400, "avatar.name");
    }

    [Fact]
    public async Task a_body_over_64_KiB_is_refused()
    {
        var answer = await run.Scenes.PostTextAsync("/api/scenes", "{\"avatarUrl\":\"" + new string('x', 70_000) + "\"}");

        await AssertRefusedAsync(answer, 413, "64 KiB");
    }

    [Fact]
    public async Task a_body_that_is_not_declared_as_json_is_refused()
    {
        var answer = await run.Scenes.PostTextAsync("/api/scenes", "{}", "text/plain");

        await AssertRefusedAsync(answer, 415, "application/json");
    }

    [Fact]
    public async Task every_wrong_field_is_named_at_once()
    {
        var answer = await run.Scenes.PostAsync("/api/avatars", new { theme = "nowhere" });

        await AssertRefusedAsync(answer, 400, "avatarId");
        Assert.Equal(
            ["avatarId", "avatarUrl", "sessionId", "theme"],
            answer.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData("/api/scenes?limit=0", 400, "limit")]
    [InlineData("/api/scenes?sessionId=x%00", 400, "sessionId")]
    [InlineData("/api/scenes?status=unheard-of", 400, "status")]
    [InlineData("/api/scenes?cursor=!!", 400, "cursor")]
    [InlineData("/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0", 404, "scene")]
    [InlineData("/api/themes/nowhere", 404, "theme")]
    public async Task a_question_about_nothing_is_answered_in_the_same_shape(string path, int status, string named)
        => await AssertRefusedAsync(await run.Scenes.GetAsync(path), status, named);

    [Fact]
    public async Task a_page_of_another_origin_may_not_create_scenes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/scenes")
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Origin", "https://elsewhere.example.org");

        using var answer = await run.Process.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task a_request_a_proxy_passed_on_needs_a_key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/scenes");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await run.Process.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    private async Task AssertRefusedAsync(Answer answer, int status, string named)
    {
        Assert.True(answer.Status == status, answer.Text);
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.MediaType);
        Assert.Contains(named, answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.String, answer.Body.GetProperty("code").ValueKind);
        Assert.NotEmpty(answer.Body.GetProperty("traceId").GetString()!);
        Assert.False(answer.Body.GetProperty("retryable").GetBoolean());
        Assert.Equal(0, (await run.Scenes.GetAsync("/api/scenes")).Body.GetProperty("items").GetArrayLength());
    }
}
