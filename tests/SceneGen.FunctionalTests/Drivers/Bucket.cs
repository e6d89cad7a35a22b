using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>An S3 service that fails until it is told not to; it knows no more than to put, get and look.</summary>
public sealed class Bucket : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _refused;

    private Bucket()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.Single();

    /// <summary>How it answers while it fails.</summary>
    public RequestDelegate? Trouble { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    };

    public int Refused => Volatile.Read(ref _refused);

    public static async Task<Bucket> StartAsync()
    {
        var bucket = new Bucket();
        await bucket._app.StartAsync(TestContext.Current.CancellationToken);
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (Trouble is { } trouble)
        {
            Interlocked.Increment(ref _refused);
            await trouble(context);
            return;
        }

        var key = context.Request.Path.Value!;
        if (HttpMethods.IsPut(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _objects[key] = body.ToArray();
        }
        else if (context.Request.Query.ContainsKey("list-type"))
        {
            await Results.Content("<ListBucketResult/>", "application/xml").ExecuteAsync(context);
        }
        else if (_objects.TryGetValue(key, out var bytes))
        {
            await Results.Bytes(bytes, enableRangeProcessing: true).ExecuteAsync(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
