using Microsoft.Extensions.Options;
using SceneGen.Data.Leases;
using SceneGen.Observability.Readings;

namespace SceneGen.Operations.Alerts;

/// <summary>
/// Has an alert told once, however many instances see it: by the one who takes its lease. That it is over is told by the
/// one who removes the lease.
/// </summary>
internal sealed class AlertBook(
    WorkLeases leases, CriticalAlerts alerts, AlertPoster poster, IOptions<AlertOptions> options)
{
    private const string Prefix = "alert:";

    public async Task TellAsync(Figures figures, CancellationToken cancellationToken)
    {
        var found = await alerts.FindAsync(figures, cancellationToken);
        foreach (var alert in found)
        {
            await BeginAsync(alert, cancellationToken);
        }

        foreach (var lease in await leases.ListAsync(Prefix, cancellationToken))
        {
            if (found.All(alert => Prefix + alert.Name != lease))
            {
                await EndAsync(lease, cancellationToken);
            }
        }
    }

    private async Task BeginAsync(Alert alert, CancellationToken cancellationToken)
    {
        var lease = Prefix + alert.Name;
        if (await leases.TryTakeAsync(lease, options.Value.Repeat, cancellationToken)
            && !await poster.TellAsync(alert, cancellationToken))
        {
            // So that it is tried again at the next look.
            await leases.EndAsync(lease, cancellationToken);
        }
    }

    private async Task EndAsync(string lease, CancellationToken cancellationToken)
    {
        if (await leases.EndAsync(lease, cancellationToken))
        {
            await poster.TellItIsOverAsync(lease[Prefix.Length..], cancellationToken);
        }
    }
}
