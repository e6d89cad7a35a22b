using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Assets.Fetching;

internal sealed class FetchingSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("fetching-").FullName;
    private int _requests;

    private FetchingSite(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });
    }

    public ManualTime Time { get; } = new();

    public int Requests => _requests;

    public int Port => new Uri(_server.Urls.Single()).Port;

    /// <summary>The machine's own unless the test has another; given to every fetcher from then on.</summary>
    public ScriptedNetwork? Network { get; set; }

    public string Target => Path.Combine(_folder, "picture");

    public static async Task<FetchingSite> StartAsync(RequestDelegate answer)
    {
        var site = new FetchingSite(answer);
        await site._server.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public string Url(string path = "/a.png", string scheme = "http", string host = "127.0.0.1") =>
        $"{scheme}://{host}:{Port}{path}";

    public async Task<long> DownloadAsync(
        string url, string[] trusted, string[] allowed, CancellationToken? cancellationToken = null)
    {
        var options = Options.Create(new FetchingOptions { TrustedHosts = trusted });
        using var fetcher = Network is null
            ? new GuardedFetcher(options, Time)
            : new GuardedFetcher(options, Time, Network.Give());
        var token = cancellationToken ?? TestContext.Current.CancellationToken;
        return await fetcher.DownloadAsync(url, HostList.Parse(allowed), Target, token);
    }

    public Task<long> DownloadAsync(string url) => DownloadAsync(url, ["127.0.0.1"], ["127.0.0.1"]);

    public async Task<FetchException> FailAsync(string url, string[] trusted, params string[] allowed)
    {
        var exception = await Assert.ThrowsAsync<FetchException>(() => DownloadAsync(url, trusted, allowed));
        Assert.False(File.Exists(Target));
        return exception;
    }

    public Task<FetchException> FailAsync(string url) => FailAsync(url, ["127.0.0.1"], "127.0.0.1");

    public async Task WrittenAsync(long bytes)
    {
        while (!File.Exists(Target) || new FileInfo(Target).Length < bytes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
