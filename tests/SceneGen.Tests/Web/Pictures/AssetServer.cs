using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Scenes.Links;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Simulator.Infrastructure;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Errors;
using SceneGen.Web.Pictures;

namespace SceneGen.Tests.Web.Pictures;

// A real server on a free port, with one picture stored.
public sealed class AssetServer : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;

    public AssetServer()
        : this([])
    {
    }

    internal AssetServer(Dictionary<string, string?> settings, string? session = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:Path"] = _folder.Root;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddPictures();
        builder.Services.AddLinks();
        builder.Services.AddPictureAccess();
        builder.Services.AddProblems();
        if (settings.ContainsKey("ConnectionStrings:Database"))
        {
            builder.Services.AddData(builder.Configuration);
        }

        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.User = session is null
                ? context.User
                : new ClaimsPrincipal(new ClaimsIdentity([new Claim(CallerSession.Claim, session)]));
            return next(context);
        });
        _app.MapAssets();
    }

    public static byte[] Picture { get; } = "0123456789 a picture"u8.ToArray();

    public HttpClient Client { get; } = new();

    public string Sha256 { get; private set; } = "";

    internal SettableClock Clock { get; } = new();

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = new Uri(_app.Urls.Single());
        Sha256 = await AddAsync(Picture, "jpg");
    }

    public async Task<string> AddAsync(byte[] bytes, string extension)
    {
        var store = _app.Services.GetRequiredService<IAssetStore>();
        var path = store.NewTemporaryPath(extension);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return (await store.AddAsync(path, extension, TestContext.Current.CancellationToken)).Sha256;
    }

    /// <summary>Where the store keeps it.</summary>
    public string PathOf(string sha256) => _folder[$"{sha256[..2]}/{sha256}.jpg"];

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
