using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Replicate.Recording;

/// <summary>Writes down what goes in and out of the provider's API, a line a call, where a file is named for it.</summary>
internal sealed class CallRecorder : IStartupFilter, IDisposable
{
    private const string Root = "/replicate/v1";

    private readonly Journal<RecordedCall>? _calls;

    public CallRecorder(IOptions<SimulatorOptions> options)
        => _calls = options.Value.Recording is { Length: > 0 } file
            ? Journal<RecordedCall>.Begin(file, JournalJson.Default.RecordedCall, [])
            : null;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
        => app =>
        {
            if (_calls is not null)
            {
                app.UseWhen(
                    context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal),
                    calls => calls.Use(RecordAsync));
            }

            next(app);
        };

    public void Dispose() => _calls?.Dispose();

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        request.EnableBuffering();
        var wire = response.Body;
        await using var answer = new CopiedBody(wire);
        response.Body = answer;
        var isAnswered = false;
        try
        {
            await next(context);
            await response.CompleteAsync();
            isAnswered = !CallNote.Of(context).IsCutOff;
        }
        finally
        {
            response.Body = wire;
            request.Body.Position = 0;
            _calls!.Append(new RecordedCall(
                request.Method,
                request.Path.Value![Root.Length..],
                await ReadAsync(request.ContentType, request.Body),
                isAnswered ? response.StatusCode : null,
                await ReadAsync(response.ContentType, answer.Copy())));
        }
    }

    private static async Task<JsonNode?> ReadAsync(string? type, Stream body)
    {
        try
        {
            return type?.Contains("json", StringComparison.Ordinal) == true ? await JsonNode.ParseAsync(body) : null;
        }
        catch (JsonException)
        {
            // A fault that was switched on has cut it short.
            return null;
        }
    }
}
