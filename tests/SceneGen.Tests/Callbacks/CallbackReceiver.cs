using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Callbacks;

/// <summary>Somebody who is posted to, keeps what came, and answers as the test says.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly ConcurrentQueue<HeardPost> _heard = new();
    private readonly WebApplication _app;

    private CallbackReceiver(WebApplication app) => _app = app;

    /// <summary>The answer to each post by its number, from 1.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, context) => StatusAsync(context, 204);

    public string Url => $"{_app.Urls.Single()}/hook";

    public IReadOnlyList<HeardPost> Heard => [.. _heard];

    public static async Task<CallbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new CallbackReceiver(builder.Build());
        receiver._app.Run(receiver.HearAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public Task HeardAsync(int count) => Patience.UntilAsync(() => Task.FromResult(_heard.Count >= count));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        _heard.Enqueue(new HeardPost(
            $"{headers["webhook-id"]}",
            $"{headers["webhook-timestamp"]}",
            $"{headers["webhook-signature"]}",
            context.Request.ContentType ?? "",
            body.ToArray()));
        await Answer(_heard.Count, context);
    }
}
