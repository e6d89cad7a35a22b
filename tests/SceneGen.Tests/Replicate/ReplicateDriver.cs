using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SceneGen.Tests.Replicate;

/// <summary>Plays the provider on a free port: notes each request, and answers what the test wrote down.</summary>
internal sealed class ReplicateDriver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly WebApplication _server;

    private ReplicateDriver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public string BaseUrl => $"{_server.Urls.Single()}/v1";

    /// <summary>The status of an answer for which nothing is written down.</summary>
    public int Otherwise { get; set; } = StatusCodes.Status501NotImplemented;

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static async Task<ReplicateDriver> StartAsync()
    {
        var driver = new ReplicateDriver();
        await driver._server.StartAsync(Canceled);
        return driver;
    }

    public void WillAnswer(RequestDelegate answer) => _answers.Enqueue(answer);

    public void WillAnswer(int status, string body, params (string Name, string Value)[] headers)
        => WillAnswer(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = body.StartsWith('<') ? "text/html" : "application/json";
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body, context.RequestAborted);
        });

    public void WillAnswerPrediction(string id, string status = "starting", int code = 200)
        => WillAnswer(code, $$"""{"id":"{{id}}","status":"{{status}}"}""");

    /// <summary>Answers nothing until the caller hangs up.</summary>
    public void WillBeSilent()
        => WillAnswer(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
            .ContinueWith(_ => { }, TaskScheduler.Default));

    /// <summary>Waits for one request more than were waited for so far.</summary>
    public async Task IsAskedAsync()
        => Assert.True(await _arrivals.WaitAsync(Patience, Canceled), "The provider was not asked.");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _requests.Enqueue(new SeenRequest(context.Request.Method, target, headers, body));
        _arrivals.Release();

        if (_answers.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = Otherwise;
        await context.Response.WriteAsJsonAsync(new object(), context.RequestAborted);
    }
}
