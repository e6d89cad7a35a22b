using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SceneGen.Tests.Running.Drivers;

/// <summary>Somebody who uses the service over HTTP and knows nothing of its inside.</summary>
public sealed class SceneClient(HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] Final = ["ready", "rolledBack", "failed", "canceled", "expired"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<Answer> PostAsync(string path, object body)
        => await Answer.OfAsync(await http.PostAsJsonAsync(path, body, Stop));

    public async Task<Answer> PostTextAsync(string path, string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        return await Answer.OfAsync(await http.PostAsync(path, content, Stop));
    }

    public async Task<Answer> PutAsync(string path, object body)
        => await Answer.OfAsync(await http.PutAsJsonAsync(path, body, Stop));

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await http.GetAsync(path, Stop));

    public async Task<Answer> GetInGermanAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("de-DE,de;q=0.9,en;q=0.8");
        return await Answer.OfAsync(await http.SendAsync(request, Stop));
    }

    public async Task<Answer> DeleteAsync(string path) => await Answer.OfAsync(await http.DeleteAsync(path, Stop));

    public Task<byte[]> DownloadAsync(string path) => http.GetByteArrayAsync(path, Stop);

    public async Task<Guid> CreateAsync(string avatarUrl, string theme, string name = "Juniper")
    {
        var answer = await PostAsync(
            "/api/scenes", new { avatarUrl, theme, avatar = new { kind = "animal", name } });
        Assert.Equal(202, answer.Status);
        return answer.Body.GetProperty("id").GetGuid();
    }

    /// <summary>The scene of a session, once there is one.</summary>
    public async Task<Guid> OfSessionAsync(string session)
    {
        var items = await Eventually.IsFoundAsync(
            async () => (await GetAsync($"/api/scenes?sessionId={session}")).Body.GetProperty("items") is var list
                && list.GetArrayLength() > 0 ? list[0].GetProperty("id").GetString() : null,
            $"session {session} has a scene");
        return Guid.Parse(items);
    }

    public Task<JsonElement> EndAsync(Guid scene) => ReachAsync(scene, Final);

    /// <summary>Asks until the scene has one of these statuses.</summary>
    public async Task<JsonElement> ReachAsync(Guid scene, params string[] statuses)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        while (true)
        {
            var answer = await GetAsync($"/api/scenes/{scene}");
            if (answer.Status == 200 && statuses.Contains(answer.Body.GetProperty("status").GetString()))
            {
                return answer.Body;
            }

            Assert.False(patience.IsCancellationRequested, $"Not {string.Join(" or ", statuses)}: {answer.Text}");
            await Task.Delay(50, CancellationToken.None);
        }
    }
}
