using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Simulator;
using SceneGen.Simulator.Avatars;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Web.Access;
using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>The service with keys and its simulated world; what it logs is kept.</summary>
public sealed class AttackedServer() : AccessServer(new(KeySettings(
    ("main-application", KeyedServer.Scenes, "scenes"), ("operator", KeyedServer.Ops, "ops"), ("both", KeyedServer.Both, "scenes,ops")))
{
    ["urls"] = $"http://127.0.0.1:{ContractedService.FreePort()}",
    ["Simulator:Painting"] = "plain",
    ["Simulator:StartingTime"] = "10ms",
    ["Simulator:GenerationTime"] = "50ms",
    ["Images:Processing"] = "passthrough",
    ["Polling:First"] = "100ms",
    ["Callbacks:Secret"] = CallbackReceiver.Secret,
    ["Live:WatchersPerSession"] = "3",
    ["Live:Watchers"] = "5",
}), IAsyncDisposable
{
    private readonly TestFolder _world = new();

    internal LogBook Log { get; } = new();

    internal int Port => Client.BaseAddress!.Port;

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

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        _world.Dispose();
        Log.Dispose();
    }

    protected override void Add(WebApplicationBuilder builder)
    {
        builder.Configuration["Simulator:Path"] = _world.Root;
        builder.PointAtSimulator();
        builder.AddSceneGen(bus => bus.AddFakeAvatarService());
        builder.Services.AddSimulator();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
    }

    protected override void Use(WebApplication app)
    {
        base.Use(app);
        app.UseSimulator();
    }
}
