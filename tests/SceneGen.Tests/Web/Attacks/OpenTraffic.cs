using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>What one server has open at this moment, as it counts itself.</summary>
internal sealed class OpenTraffic : IDisposable
{
    private const string ConnectionsName = "kestrel.active_connections";
    private const string RequestsName = "http.server.active_requests";

    private readonly MeterListener _listener = new();
    private long _connections;
    private long _requests;

    /// <summary>Before the server starts: what was open before is not counted.</summary>
    public OpenTraffic(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is ConnectionsName or RequestsName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, change, _, _) =>
            Interlocked.Add(ref instrument.Name is ConnectionsName ? ref _connections : ref _requests, change));
        _listener.Start();
    }

    public long Connections => Interlocked.Read(ref _connections);

    public long Requests => Interlocked.Read(ref _requests);

    public void Dispose() => _listener.Dispose();
}
