using System.Net.Http.Json;
using System.Text.Json;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Web.Scenes;
using SceneGen.Web.Http.Words;

namespace SceneGen.Tests.Web.Http;

/// <summary>As streams of events, pictures and pages do not; what goes wrong is told to them as to everybody.</summary>
public sealed class When_a_caller_takes_no_json : IAsyncLifetime
{
    private static readonly string Events = $"/api/scenes/{Guid.NewGuid()}/events";
    private static readonly (string Key, string Value)[] Settings =
        [.. ApiService.Keys, ("Quotas:RequestsPerMinute", "1"), ("Images:Links", "session")];

    private readonly SqliteDatabase _database = new();
    private ApiService _service = null!;

    public static TheoryData<string> Accepted =>
        new("text/event-stream", "image/avif,image/webp,image/*", "text/html,application/xhtml+xml");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await ApiService.StartAsync(_database, Settings);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task a_missing_key_is_told(string accepted)
    {
        await ExpectAsync(401, "key_required", Events, accepted);
        await ExpectAsync(401, "key_required", $"/assets/{new string('a', 64)}.jpg", accepted);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task what_is_not_there_is_told(string accepted)
    {
        await ExpectAsync(404, "not_found", "/nowhere", accepted);
        await ExpectAsync(404, "not_found", "/api/scenes/7/events", accepted);
        await ExpectAsync(404, "scene_unknown", Events, accepted, ApiService.By("shop"));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task too_many_requests_are_told(string accepted)
    {
        var answer = await AskAsync(Events, accepted, ApiService.By("shop"));
        while ((int)answer.StatusCode != 429)
        {
            // A minute may end meanwhile, and its requests with it.
            answer.Dispose();
            answer = await AskAsync(Events, accepted, ApiService.By("shop"));
        }

        await CheckAsync(429, "quota_requests", answer);
        answer.Dispose();
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task a_database_that_is_away_is_told(string accepted)
    {
        _service.Database.IsAway = true;

        await ExpectAsync(503, "database_unavailable", Events, accepted, ApiService.By("other"));
    }

    private async Task ExpectAsync(
        int status, string code, string path, string accepted, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(path, accepted, headers);
        await CheckAsync(status, code, answer);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accepted, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers.Append(("Accept", accepted)).Append(("Accept-Language", "de")))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await _service.Http.SendAsync(request, Stop);
    }

    private static async Task CheckAsync(int status, string code, HttpResponseMessage answer)
    {
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(
            (code, ProblemWords.Find(code)!.Title.German, status),
            (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.Equal(ProblemCodes.IsRetryable(code), problem.GetProperty("retryable").GetBoolean());
    }
}
