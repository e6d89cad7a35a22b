using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Callbacks;
using SceneGen.Simulator;
using SceneGen.Simulator.Avatars;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Assets.Fetching;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Inward;

/// <summary>
/// The service and its simulated world in a network of the test's, and beside them a socket that nobody may call. Each name
/// means the house, unless the test says otherwise.
/// </summary>
public sealed class TrappedServer() : AccessServer(new(KeySettings(("main-application", KeyedServer.Scenes, "scenes")))
{
    ["urls"] = $"http://127.0.0.1:{FreePort.Find()}",
    ["Simulator:Painting"] = "plain",
    ["Simulator:StartingTime"] = "10ms",
    ["Simulator:GenerationTime"] = "50ms",
    ["Images:Processing"] = "passthrough",
    ["Polling:First"] = "100ms",
    ["Scenes:AttemptsPerModel"] = "2",
    ["Callbacks:Secret"] = CallbackReceiver.Secret,
}), IAsyncLifetime
{
    private readonly TestFolder _world = new();
    private readonly TcpListener _trap = new(IPAddress.Loopback, 0);
    private CallbackReceiver _site = null!;

    internal ScriptedNetwork Network { get; } = new();

    /// <summary>One whom the operator trusts, and who sends everybody on to where the request's path says.</summary>
    internal string Site => new Uri(_site.Url).GetLeftPart(UriPartial.Authority);

    internal int SentOn => _site.Heard.Count;

    internal int TrapPort => ((IPEndPoint)_trap.LocalEndpoint).Port;

    /// <summary>Somebody has called whom nobody may call.</summary>
    internal bool IsSprung => _trap.Pending();

    internal int Port => Client.BaseAddress!.Port;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _trap.Start();
        _site = await CallbackReceiver.StartAsync();
        _site.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = Uri.UnescapeDataString(context.Request.QueryString.Value![1..]);
            return Task.CompletedTask;
        };
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _site.DisposeAsync();
        _trap.Dispose();
        _world.Dispose();
    }

    protected override void Add(WebApplicationBuilder builder)
    {
        builder.Configuration["Simulator:Path"] = _world.Root;
        builder.PointAtSimulator();
        builder.Configuration["Fetching:TrustedHosts:1"] = new Uri(_site.Url).Authority;
        builder.AddSceneGen(bus => bus.AddFakeAvatarService());
        builder.Services.AddSimulator();
        builder.Services.AddSingleton(services => new GuardedFetcher(
            services.GetRequiredService<IOptions<FetchingOptions>>(), services.GetRequiredService<TimeProvider>(), Network.Give()));
        builder.Services.AddSingleton(services => new SignedPoster(
            services.GetRequiredService<IOptions<FetchingOptions>>(), services.GetRequiredService<TimeProvider>(), Network.Give()));
        builder.Logging.ClearProviders();
    }

    protected override void Use(WebApplication app)
    {
        base.Use(app);
        app.UseSimulator();
    }
}
