using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.BrowserTests.Proxy;

public sealed class When_a_proxy_stands_before_two_servers : IAsyncLifetime
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WebApplication> _servers = [];
    private readonly HttpClient _http = new();
    private RoundRobin _proxy = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in (string[])["one", "two", "outside"])
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var server = builder.Build();
            server.Urls.Add("http://127.0.0.1:0");
            server.MapGet("/events", SendEventsAsync);
            server.MapFallback((HttpRequest request) => $"{name} {request.Host} {request.QueryString}");
            await server.StartAsync(Stop);
            _servers.Add(server);
        }

        var urls = _servers.Select(server => server.Urls.Single()).ToArray();
        _proxy = new RoundRobin(urls[..2], urls[2]);
        await _proxy.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _proxy.DisposeAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _http.Dispose();
    }

    [Fact]
    public async Task they_are_asked_by_turns_under_the_name_that_the_caller_used()
    {
        var host = new Uri(_proxy.Url).Authority;
        var answers = new[] { await AskAsync("/?a=b"), await AskAsync("/?a=b") };
        Assert.Equal([$"one {host} ?a=b", $"two {host} ?a=b"], answers.Order(StringComparer.Ordinal));
        Assert.Equal($"outside {new Uri(_servers[2].Urls.Single()).Authority} ", await AskAsync("/simulator/samples"));
    }

    [Fact]
    public async Task who_reads_on_finds_the_one_that_is_left()
    {
        await _servers[0].StopAsync(Stop);
        Assert.StartsWith("two", await AskAsync("/"), StringComparison.Ordinal);
        Assert.StartsWith("two", await AskAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_event_arrives_before_the_next_one_is_sent()
    {
        using var reader = new StreamReader(await _http.GetStreamAsync($"{_proxy.Url}/events", Stop));
        Assert.Equal("first", await reader.ReadLineAsync(Stop));
        _end.SetResult();
        Assert.Equal("second", await reader.ReadLineAsync(Stop));
    }

    private async Task SendEventsAsync(HttpContext context)
    {
        await context.Response.WriteAsync("first\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await _end.Task.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync("second\n", context.RequestAborted);
    }

    private Task<string> AskAsync(string path) => _http.GetStringAsync($"{_proxy.Url}{path}", Stop);
}
