using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Tests.Assets;
using SceneGen.Web;

namespace SceneGen.Tests.Web;

// A real server on a free port, with one picture stored.
public sealed class AssetServer : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;

    public AssetServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:Path"] = _folder.Root;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddPictures();
        builder.Services.AddProblemDetails();
        _app = builder.Build();
        _app.MapAssets();
    }

    public static byte[] Picture { get; } = "0123456789 a picture"u8.ToArray();

    public HttpClient Client { get; } = new();

    public string Sha256 { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = new Uri(_app.Urls.Single());
        var store = _app.Services.GetRequiredService<FileAssetStore>();
        var path = store.NewTemporaryPath("jpg");
        await File.WriteAllBytesAsync(path, Picture, TestContext.Current.CancellationToken);
        Sha256 = (await store.AddAsync(path, "jpg", TestContext.Current.CancellationToken)).Sha256;
    }

    // Sends the path as it is, which an HTTP client would tidy first.
    public async Task<string> StatusLineOfAsync(string rawPath)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        var request = $"GET {rawPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
