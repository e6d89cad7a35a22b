using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_a_scene_is_waited_for : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private LiveService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
        => _service = await new LiveService(
            _database.ConnectionString, ("Live:CatchUp", "60s"), ("Fetching:TrustedHosts:0", "127.0.0.1:1")).StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task it_is_known_again_by_its_tag_in_its_language()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        var path = $"/api/scenes/{scene}";

        using var first = await _service.GetAsync(path);
        using var known = await _service.GetAsync(path, ("If-None-Match", "\"other\", W/\"1-en\""));
        using var any = await _service.GetAsync(path, ("If-None-Match", "*"));
        using var german = await _service.GetAsync(path, ("If-None-Match", "W/\"1-en\""), ("Accept-Language", "de"));

        Assert.Equal("W/\"1-en\"", first.Headers.ETag!.ToString());
        Assert.Equal(["Accept-Language"], first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal("W/\"1-en\"", known.Headers.ETag!.ToString());
        Assert.Empty(await known.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(HttpStatusCode.NotModified, any.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "W/\"1-de\""), (german.StatusCode, german.Headers.ETag!.ToString()));
    }

    [Fact]
    public async Task the_answer_waits_for_a_change()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        var answer = _service.GetAsync($"/api/scenes/{scene}", ("If-None-Match", "W/\"1-en\""), ("Prefer", "respond-async, wait=60"));

        await _service.IsWatchedAsync();
        await _service.EnterAsync(scene, "Generating");

        using var changed = await answer;
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("wait=60", changed.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal("W/\"2-en\"", changed.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task nothing_new_in_time_is_nothing_new()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;

        using var same = await _service.GetAsync($"/api/scenes/{scene}", ("If-None-Match", "W/\"1-en\""), ("Prefer", "wait=1"));

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal("wait=1", same.Headers.GetValues("Preference-Applied").Single());
    }

    [Theory]
    [InlineData("wait=0")]
    [InlineData("wait=61")]
    [InlineData("wait=-1")]
    [InlineData("wait=soon")]
    [InlineData("wait")]
    public async Task a_wait_that_is_none_is_ignored(string preference)
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;

        using var answer = await _service.GetAsync($"/api/scenes/{scene}", ("If-None-Match", "W/\"1-en\""), ("Prefer", preference));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Preference-Applied"));
    }

    [Fact]
    public async Task a_new_scene_that_ends_in_time_is_the_answer()
    {
        var id = Guid.NewGuid();
        var posted = PostAsync(id, "wait=60");
        using var found = await FoundAsync(id);
        using var canceled = await _service.Http.DeleteAsync($"/api/scenes/{id}", Stop);

        using var answer = await posted;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("wait=60", answer.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal($"/api/scenes/{id}", answer.Headers.Location!.ToString());
        Assert.Equal("canceled", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_new_scene_that_does_not_is_answered_as_ever()
    {
        using var answer = await PostAsync(Guid.NewGuid(), "wait=1");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.False(answer.Headers.Contains("Preference-Applied"));
    }

    private async Task<HttpResponseMessage> PostAsync(Guid id, string preference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/scenes");
        request.Content = JsonContent.Create(new { sceneId = id, avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city", sessionId = "s" });
        request.Headers.Add("Prefer", preference);
        return await _service.Http.SendAsync(request, Stop);
    }

    private async Task<HttpResponseMessage> FoundAsync(Guid id)
    {
        while (true)
        {
            var answer = await _service.GetAsync($"/api/scenes/{id}");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
