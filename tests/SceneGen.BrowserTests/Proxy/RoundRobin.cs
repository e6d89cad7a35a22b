using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.BrowserTests.Proxy;

/// <summary>
/// One address before several instances: each request goes to the next of them, and to another where that one is away.
/// What is below /simulator is the avatar service's, where that is a host of its own. Answers are passed on as they come.
/// </summary>
public sealed class RoundRobin : IAsyncDisposable
{
    private static readonly string[] OfOneConnection = ["Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Host"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly string[] _instances;
    private readonly string? _simulator;
    private readonly WebApplication _app;
    private readonly int[] _served;
    private int _turn;

    public RoundRobin(string[] instances, string? simulator = null)
    {
        (_instances, _simulator, _served) = (instances, simulator, new int[instances.Length]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(PassAsync);
    }

    public string Url => _app.Urls.Single();

    public StreamHandling Streams { get; set; }

    /// <summary>How many requests each instance has answered.</summary>
    public IReadOnlyList<int> Served => _served;

    public Task StartAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        try
        {
            using var answer = await AskAsync(context);
            await PassOnAsync(answer, context);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // One end of the connection has gone, so the other goes too.
            context.Abort();
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpContext context)
    {
        if (_simulator is { } simulator && context.Request.Path.StartsWithSegments("/simulator", StringComparison.Ordinal))
        {
            return await SendAsync(context, simulator, new Uri(simulator).Authority);
        }

        var first = (int)((uint)Interlocked.Increment(ref _turn) % _instances.Length);
        try
        {
            return await SendToAsync(first);
        }
        catch (HttpRequestException) when (HttpMethods.IsGet(context.Request.Method))
        {
            return await SendToAsync((first + 1) % _instances.Length);
        }

        async Task<HttpResponseMessage> SendToAsync(int instance)
        {
            var answer = await SendAsync(context, _instances[instance], context.Request.Host.Value!);
            Interlocked.Increment(ref _served[instance]);
            return answer;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContext context, string target, string host)
    {
        var incoming = context.Request;
        using var request = new HttpRequestMessage(
            new HttpMethod(incoming.Method), $"{target}{incoming.Path.ToUriComponent()}{incoming.QueryString}");
        if (incoming.ContentLength > 0 || incoming.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(incoming.Body);
        }

        foreach (var (name, values) in incoming.Headers.Where(header => !OfOneConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        request.Headers.Host = host;
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
    }

    private async Task PassOnAsync(HttpResponseMessage answer, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !OfOneConnection.Contains(header.Key)))
        {
            context.Response.Headers.Append(name, values.ToArray());
        }

        await using var body = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream" && Streams is not StreamHandling.PassOn)
        {
            await HinderAsync(body, context);
            return;
        }

        var buffer = new byte[16_384];
        int count;
        while ((count = await body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);

            // An event is for now, and not for when there are enough of them.
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private async Task HinderAsync(Stream body, HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (Streams is StreamHandling.Cut)
        {
            context.Abort();
            return;
        }

        using var whole = new MemoryStream();
        await body.CopyToAsync(whole, context.RequestAborted);
        await context.Response.Body.WriteAsync(whole.ToArray(), context.RequestAborted);
    }
}
