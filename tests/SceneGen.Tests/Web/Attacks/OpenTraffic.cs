using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>What one server has open at this moment where its callers come in: as it counts itself, and in its pipeline.</summary>
internal sealed class OpenTraffic : IDisposable
{
    private const string ConnectionsName = "kestrel.active_connections";
    private const string PortName = "server.port";

    private readonly MeterListener _listener = new();
    private readonly Func<int> _port;
    private long _connections;
    private long _requests;

    /// <summary>Before the server starts, and before all else that is in its pipeline.</summary>
    public OpenTraffic(WebApplication app, Func<int> port)
    {
        _port = port;
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is ConnectionsName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
        app.Use(CountAsync);
    }

    public long Connections => Interlocked.Read(ref _connections);

    public long Requests => Interlocked.Read(ref _requests);

    public void Dispose() => _listener.Dispose();

    private void Count(
        Instrument instrument, long change, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        foreach (var tag in tags)
        {
            if (tag.Key is PortName && Equals(tag.Value, _port()))
            {
                Interlocked.Add(ref _connections, change);
            }
        }
    }

    private async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var isCounted = context.Connection.LocalPort == _port();
        Interlocked.Add(ref _requests, isCounted ? 1 : 0);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Add(ref _requests, isCounted ? -1 : 0);
        }
    }
}
