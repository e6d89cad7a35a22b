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

    private PictureServer(WebApplication app)
    {
        _app = app;
    }

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
        app.MapGet("/magenta.png", () => Results.Bytes(Convert.FromBase64String(Magenta), "image/png"));
        app.MapGet("/text.png", () => Results.Text("not a picture", "image/png"));
        app.MapGet("/broken.png", () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PictureServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
