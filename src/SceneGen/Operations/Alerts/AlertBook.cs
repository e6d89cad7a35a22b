using Microsoft.Extensions.Options;
using SceneGen.Data.Leases;
using SceneGen.Observability.Readings;

namespace SceneGen.Operations.Alerts;

/// <summary>
/// Has an alert told once, however many instances see it: by the one who takes its lease. It is over when nobody has seen
/// it for a while, for instances may see differently: a mount is lost on one of them only, a figure is older on another.
/// </summary>
internal sealed class AlertBook(
    WorkLeases leases, CriticalAlerts alerts, AlertPoster poster, IOptions<AlertOptions> options, TimeProvider time)
{
    private const string Told = "alert-told:";
    private const string Seen = "alert-seen:";

    /// <summary>Longer than a post takes: whoever ends within it leaves the alert to the next look of another.</summary>
    private static readonly TimeSpan ToTell = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UntilOver = TimeSpan.FromSeconds(90);

    public async Task TellAsync(Figures figures, CancellationToken cancellationToken)
    {
        foreach (var alert in await alerts.FindAsync(figures, cancellationToken))
        {
            await leases.SetAsync(Seen + alert.Name, UntilOver, cancellationToken);
            await BeginAsync(alert, cancellationToken);
        }

        foreach (var seen in await leases.ListAsync(Seen, cancellationToken))
        {
            if (seen.EndsAt <= time.GetUtcNow() && await leases.EndAsync(seen.Name, cancellationToken))
            {
                await EndAsync(seen.Name[Seen.Length..], cancellationToken);
            }
        }
    }

    private async Task BeginAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (await leases.TryTakeAsync(Told + alert.Name, ToTell, cancellationToken)
            && await poster.TellAsync(alert, cancellationToken))
        {
            await leases.SetAsync(Told + alert.Name, options.Value.Repeat, cancellationToken);
        }
    }

    private async Task EndAsync(string name, CancellationToken cancellationToken)
    {
        if (!await poster.TellItIsOverAsync(name, cancellationToken))
        {
            // So that it is tried again at the next look.
            await leases.SetAsync(Seen + name, TimeSpan.Zero, cancellationToken);
            return;
        }

        await leases.EndAsync(Told + name, cancellationToken);
    }
}
