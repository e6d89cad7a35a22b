using System.Net.Http.Headers;

namespace SceneGen.FunctionalTests;

public sealed class When_the_operator_gives_keys : IDisposable
{
    private const string CallbacksSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly string _folder = Directory.CreateTempSubdirectory("keys-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private (string Name, string Value) Database => ("ConnectionStrings__Database", $"Data Source={Path.Combine(_folder, "keys.db")}");

    [Fact]
    public async Task the_service_is_for_their_owners_wherever_it_listens()
    {
        var printed = await RunAsync(0, "keys", "add", "main-application", "--scopes", "scenes");
        var key = printed.Split(['\r', '\n']).Single(line => line.StartsWith("sg_", StringComparison.Ordinal));
        await RunAsync(0, "keys", "add", "main-application", "--scopes", "scenes");
        Assert.Contains("--old", await RunAsync(1, "keys", "add", "main-application", "--scopes", "scenes"), StringComparison.Ordinal);

        await ServesAsync(key);

        var list = await RunAsync(0, "keys", "list");
        Assert.Contains("main-application  scenes", list, StringComparison.Ordinal);
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        Assert.Contains(
            "whsec_FyCiAvNakbPmeDm7fOUgS8gE4b8LW2SZDBXr87/aTmE=",
            await RunAsync(0, "keys", "callback-secret", "main-application", $"--Callbacks:Secret={CallbacksSecret}"),
            StringComparison.Ordinal);
        await RunAsync(0, "keys", "revoke", "main-application");
        Assert.Contains("revoked", await RunAsync(0, "keys", "list"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> RunAsync(int code, params string[] arguments)
    {
        await using var process = new SceneGenProcess("SceneGen.dll", Database);
        Assert.True(await process.EndAsync(arguments) == code, process.Output);
        return process.Output;
    }

    private async Task ServesAsync(string key)
    {
        var port = FreePort.Find();

        // An endpoint that is configured takes the place of the address.
        await using var service = new SceneGenProcess(
            "SceneGen.Simulator.dll", Database, ("Kestrel__Endpoints__All__Url", $"http://0.0.0.0:{port}"));
        service.Begin();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Eventually.IsTrueAsync(() => IsAliveAsync(http), "it serves");

        Assert.Equal(401, await StatusAsync(http, null));
        Assert.Equal(200, await StatusAsync(http, key));
        Assert.DoesNotContain(key, service.Output, StringComparison.Ordinal);
    }

    private static async Task<bool> IsAliveAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health/live", Stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> StatusAsync(HttpClient http, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/scenes");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }
}
