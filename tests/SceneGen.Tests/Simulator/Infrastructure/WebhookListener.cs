using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>Takes webhooks, or answers them as the test wants.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<HeardWebhook> _heard = [];

    private WebhookListener(WebApplication app)
    {
        _app = app;
    }

    public string Url => $"{_app.Urls.Single()}/hook?job=7";

    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public string? Location { get; set; }

    public IReadOnlyList<HeardWebhook> Heard => [.. _heard];

    public static async Task<WebhookListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var listener = new WebhookListener(app);
        app.MapFallback(listener.HearAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return listener;
    }

    public Task UntilHeardAsync(int times)
    {
        return Patience.UntilAsync(() => Task.FromResult(_heard.Count >= times));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task HearAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        _heard.Enqueue(new HeardWebhook(
            headers["webhook-id"].ToString(),
            headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString(),
            body.ToArray()));
        context.Response.StatusCode = Status;
        context.Response.Headers.Location = Location;
    }
}
