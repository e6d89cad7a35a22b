using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SceneGen.Simulator;
using SceneGen.Simulator.Avatars;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Contract;

/// <summary>The whole service with its simulated world, as the program puts them together.</summary>
public class ContractedService : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private WebApplication _app = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>What is set beside.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["urls"] = $"http://127.0.0.1:{FreePort()}";
        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = Path.Combine(_folder.Root, "pictures");
        builder.Configuration["Simulator:Path"] = Path.Combine(_folder.Root, "simulator");
        builder.Configuration["Simulator:Painting"] = "plain";
        builder.Configuration["Simulator:StartingTime"] = "10ms";
        builder.Configuration["Simulator:GenerationTime"] = "50ms";
        builder.Configuration["Polling:First"] = "100ms";
        builder.Configuration["Callbacks:Secret"] = CallbackReceiver.Secret;
        foreach (var (key, value) in Settings)
        {
            builder.Configuration[key] = value;
        }

        builder.PointAtSimulator();
        builder.AddSceneGen(bus => bus.AddFakeAvatarService());
        builder.Services.AddSimulator();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseSceneGen();
        _app.UseSimulator();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The service is told its own address before it has one.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
