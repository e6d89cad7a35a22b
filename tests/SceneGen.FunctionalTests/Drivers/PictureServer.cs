using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SceneGen.FunctionalTests.Builders;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>Somebody else's web server with avatars on it.</summary>
public sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    public PictureServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/fox.png", () => Results.Bytes(Png.Of(256, 384, 0xE0, 0x60, 0x20), "image/png"));
        _app.MapGet("/page.png", () => Results.Text("<html>not a picture</html>", "image/png"));
    }

    public string Url => _app.Urls.Single();

    /// <summary>As it is written in a list of trusted hosts.</summary>
    public string Host => new Uri(Url).Authority;

    public string Fox => $"{Url}/fox.png?X-Amz-Signature={Secrets.AvatarSignature}";

    public Task StartAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
