using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SceneGen.Tests.Simulator.Conformance;

/// <summary>Stands before the simulator and writes down what goes in and out.</summary>
internal sealed class CallRecorder : IStartupFilter
{
    private const string Root = "/replicate/v1";

    private readonly ConcurrentQueue<RecordedCall> _calls = [];

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        return app =>
        {
            app.Use(RecordAsync);
            next(app);
        };
    }

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var path))
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering();
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context);
        context.Response.Body = wire;
        context.Request.Body.Position = 0;
        _calls.Enqueue(new RecordedCall(
            context.Request.Method,
            path,
            await ReadAsync(context.Request.ContentType, context.Request.Body),
            context.Response.StatusCode,
            await ReadAsync(context.Response.ContentType, new MemoryStream(answer.ToArray()))));
        answer.Position = 0;
        await answer.CopyToAsync(wire, context.RequestAborted);
    }

    private static async Task<JsonNode?> ReadAsync(string? type, Stream body)
    {
        return type?.Contains("json", StringComparison.Ordinal) == true ? await JsonNode.ParseAsync(body) : null;
    }
}
