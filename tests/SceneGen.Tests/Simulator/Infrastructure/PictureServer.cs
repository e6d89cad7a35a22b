using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>A stranger's web server with one magenta picture, one text and one bad day.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    /// <summary>8 by 16 pixels, all (255, 0, 255).</summary>
    private const string Magenta =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAQCAIAAACk6KkqAAAAE0lEQVR42mP4z/AfK2IYlRgICQBFOf8BJO0LHQAAAA"
        + "BJRU5ErkJggg==";

    private readonly WebApplication _app;
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    private PictureServer(WebApplication app)
    {
        _app = app;
        _gate.SetResult();
    }

    /// <summary>How often the magenta picture was asked for.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public string MagentaUrl => $"{_app.Urls.Single()}/magenta.png";

    public string TextUrl => $"{_app.Urls.Single()}/text.png";

    public string MissingUrl => $"{_app.Urls.Single()}/missing.png";

    public string BrokenUrl => $"{_app.Urls.Single()}/broken.png";

    public static async Task<PictureServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new PictureServer(app);
        app.MapGet("/magenta.png", server.GetMagentaAsync);
        app.MapGet("/text.png", () => Results.Text("not a picture", "image/png"));
        app.MapGet("/broken.png", () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Keeps whoever asks for the magenta picture waiting until it is released.</summary>
    public void Hold()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Release()
    {
        _gate.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task<IResult> GetMagentaAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        await _gate.Task.WaitAsync(cancellationToken);
        return Results.Bytes(Convert.FromBase64String(Magenta), "image/png");
    }
}
