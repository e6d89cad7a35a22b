using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Generation.Gates;

/// <summary>The closed gates, as all instances see them. Each change is one statement that says whether it was this one that made it.</summary>
internal sealed class GateStore(SceneDbContext database)
{
    public Task<List<ProviderGate>> ListAsync(CancellationToken cancellationToken)
        => database.ProviderGates.AsNoTracking().OrderBy(gate => gate.Name).ToListAsync(cancellationToken);

    public async Task<bool> CloseAsync(ProviderGate gate, CancellationToken cancellationToken)
        => !await IsClosedAsync(gate.Name, cancellationToken)
            && await database.TryAddAsync(gate, known => known.Name == gate.Name, cancellationToken);

    /// <summary>Also when it is closed: from then on only the operator opens it.</summary>
    public async Task KeepClosedAsync(ProviderGate gate, CancellationToken cancellationToken)
    {
        var changed = await database.ProviderGates.Where(known => known.Name == gate.Name).ExecuteUpdateAsync(
            set => set
                .SetProperty(known => known.Reason, gate.Reason)
                .SetProperty(known => known.Detail, gate.Detail)
                .SetProperty(known => known.NextProbeAt, (DateTimeOffset?)null)
                .SetProperty(known => known.ClosedBy, gate.ClosedBy),
            cancellationToken);
        if (changed == 0 && !await CloseAsync(gate, cancellationToken))
        {
            await KeepClosedAsync(gate, cancellationToken);
        }
    }

    /// <summary>The probe that is due is taken by whoever sets the time of the next one.</summary>
    public async Task<bool> TakeProbeAsync(
        ProviderGate gate, DateTimeOffset nextProbeAt, CancellationToken cancellationToken)
        => await Same(gate)
            .Where(known => known.Probes == gate.Probes && known.NextProbeAt != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(known => known.Probes, gate.Probes + 1).SetProperty(known => known.NextProbeAt, nextProbeAt),
                cancellationToken) == 1;

    /// <summary>By the service itself: not one that the operator has closed meanwhile.</summary>
    public async Task<bool> OpenAsync(ProviderGate gate, CancellationToken cancellationToken)
        => await Same(gate).ExecuteDeleteAsync(cancellationToken) == 1;

    public async Task<bool> OpenAnyhowAsync(string name, CancellationToken cancellationToken)
        => await database.ProviderGates.Where(known => known.Name == name).ExecuteDeleteAsync(cancellationToken) == 1;

    private IQueryable<ProviderGate> Same(ProviderGate gate)
        => database.ProviderGates.Where(
            known => known.Name == gate.Name && known.ClosedAt == gate.ClosedAt && known.ClosedBy == null);

    private Task<bool> IsClosedAsync(string name, CancellationToken cancellationToken)
        => database.ProviderGates.AnyAsync(gate => gate.Name == name, cancellationToken);
}
