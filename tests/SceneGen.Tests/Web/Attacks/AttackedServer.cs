using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Simulator;
using SceneGen.Simulator.Avatars;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Web.Access;
using SceneGen.Tests.Web.Attacks.Pages;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>The service with keys and its simulated world; what it logs is kept, and an owner has scenes in it.</summary>
public sealed class AttackedServer() : AccessServer(new(KeySettings(
    ("main-application", KeyedServer.Scenes, "scenes"), ("operator", KeyedServer.Ops, "ops"), ("both", KeyedServer.Both, "scenes,ops")))
{
    // The simulated world at the first, which the service calls itself, and its callers at the other.
    ["urls"] = $"http://127.0.0.1:{FreePort.Find()};http://127.0.0.1:0",
    ["Simulator:Painting"] = "plain",
    ["Simulator:StartingTime"] = "10ms",
    ["Simulator:GenerationTime"] = "50ms",
    ["Images:Processing"] = "passthrough",
    ["Polling:First"] = "100ms",
    ["Callbacks:Secret"] = CallbackReceiver.Secret,
    ["Live:WatchersPerSession"] = "3",
    ["Live:WatchersPerKey"] = "4",
    ["Live:Watchers"] = "5",
}), IAsyncLifetime
{
    private readonly TestFolder _world = new();
    private (string Name, string Value)[] _owner = [];
    private string _owned = "";
    private Guid _scene;

    internal LogBook Log { get; } = new("Microsoft.AspNetCore");

    internal OpenTraffic Traffic { get; private set; } = null!;

    internal int Watchers => Services.GetRequiredService<WatcherSeats>().Taken;

    internal int Port { get; private set; }

    internal Uri Fox { get; private set; } = null!;

    /// <summary>Each route of the service itself, with the method it takes.</summary>
    internal IEnumerable<(string Method, string Pattern)> Routes
        => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText is { } text
                && !text.StartsWith("/simulator", StringComparison.Ordinal)
                && !text.StartsWith("/replicate", StringComparison.Ordinal))
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => (method, route.RoutePattern.RawText!)))
            .Distinct();

    internal IEnumerable<(string Method, string Path)> UnsafeRoutes
        => Routes.Where(route => route.Method is not ("GET" or "HEAD" or "OPTIONS"))
            .Select(route => (route.Method, PathOf(route.Pattern, Guid.NewGuid().ToString())));

    /// <summary>With this in place of everything in braces.</summary>
    internal static string PathOf(string pattern, string value)
        => string.Join('/', pattern.Split('/').Select(part => part.Contains('{', StringComparison.Ordinal) ? value : part));

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Fox = new Uri(Client.BaseAddress!, "/simulator/samples/fox.png");
        var front = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Last();
        Client.BaseAddress = new Uri(front);
        Port = Client.BaseAddress.Port;
        (_owner, var session) = await BrowseAsync();
        foreach (var state in (string[])["Failed", "AwaitingTheme", "Canceled", "Expired"])
        {
            _scene = await AddSceneAsync(session, state);
        }

        _owned = await OwnedAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        Traffic.Dispose();
        _world.Dispose();
        Log.Dispose();
    }

    /// <summary>It is ready, and the owner sees the same scenes as ever.</summary>
    internal async Task ServesItsOwnerAsync()
    {
        Assert.Equal(200, await StatusAsync("GET", "/health/ready"));
        Assert.Equal(_owned, await OwnedAsync());
    }

    protected override void Add(WebApplicationBuilder builder)
    {
        builder.Configuration["Simulator:Path"] = _world.Root;
        builder.Configuration["Themes:Path"] = MarkedTheme.FolderIn(_world.Root);
        builder.PointAtSimulator();
        builder.AddSceneGen(bus => bus.AddFakeAvatarService());
        builder.Services.AddSimulator();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
    }

    protected override void Use(WebApplication app)
    {
        Traffic = new OpenTraffic(app, () => Port);
        base.Use(app);
        app.UseSimulator();
    }

    /// <summary>To the letter.</summary>
    private async Task<string> OwnedAsync()
    {
        using var list = await SendAsync("GET", "/api/scenes", null, _owner);
        using var scene = await SendAsync("GET", $"/api/scenes/{_scene}", null, _owner);
        Assert.Equal((200, 200), ((int)list.StatusCode, (int)scene.StatusCode));
        return await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            + await scene.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
