using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Held;

/// <summary>The service, whose own limits of time run ten times as fast, and that of a connection that is silent a hundred times.</summary>
public sealed class HurriedServer : AccessServer, IAsyncDisposable
{
    private const double Hurry = 10;
    private const double MoreHurry = 100;

    /// <summary>The server looks once a second and takes no shorter one.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1.1);

    internal OpenTraffic Traffic { get; private set; } = null!;

    internal int Port => Client.BaseAddress!.Port;

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        Traffic.Dispose();
    }

    protected override void Add(WebApplicationBuilder builder)
    {
        base.Add(builder);
        builder.Services.PostConfigure<KestrelServerOptions>(kestrel =>
        {
            var (limits, slowest) = (kestrel.Limits, kestrel.Limits.MinRequestBodyDataRate!);
            var grace = slowest.GracePeriod / Hurry;
            limits.MinRequestBodyDataRate = new MinDataRate(slowest.BytesPerSecond, grace > Shortest ? grace : Shortest);
            limits.RequestHeadersTimeout /= Hurry;
            limits.KeepAliveTimeout /= MoreHurry;
        });
    }

    protected override void Use(WebApplication app)
    {
        Traffic = new OpenTraffic(app, () => Port);
        base.Use(app);
    }
}
