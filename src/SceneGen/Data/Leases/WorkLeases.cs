using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data.Leases;

/// <summary>Lets one instance at a time do a work, and not too often.</summary>
internal sealed class WorkLeases(SceneDbContext database, TimeProvider time)
{
    /// <summary>True for the one who shall do it now; nobody else is asked to before the time has passed.</summary>
    public Task<bool> TryTakeAsync(string name, TimeSpan duration, CancellationToken cancellationToken)
        => TryTakeUntilAsync(name, time.GetUtcNow() + duration, cancellationToken);

    /// <summary>False when it ended at another time than this: then somebody else has it.</summary>
    public async Task<bool> MoveEndAsync(
        string name, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
        => await database.Leases
            .Where(lease => lease.Name == name && lease.EndsAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.EndsAt, to), cancellationToken) == 1;

    /// <inheritdoc cref="TryTakeAsync"/>
    public async Task<bool> TryTakeUntilAsync(string name, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await database.Leases
            .Where(lease => lease.Name == name && lease.EndsAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.EndsAt, endsAt), cancellationToken) == 1)
        {
            return true;
        }

        return !await database.Leases.AnyAsync(lease => lease.Name == name, cancellationToken)
            && await TryAddAsync(new Lease { Name = name, EndsAt = endsAt }, cancellationToken);
    }

    /// <summary>Has it end then, whoever has it and whether there is one or not.</summary>
    public async Task SetAsync(string name, TimeSpan duration, CancellationToken cancellationToken)
    {
        var endsAt = time.GetUtcNow() + duration;
        if (await MoveAsync() == 0 && !await TryAddAsync(new Lease { Name = name, EndsAt = endsAt }, cancellationToken))
        {
            await MoveAsync();
        }

        Task<int> MoveAsync()
            => database.Leases
                .Where(lease => lease.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.EndsAt, endsAt), cancellationToken);
    }

    /// <summary>Those whose names begin so, and that have run out too.</summary>
    public Task<List<Lease>> ListAsync(string prefix, CancellationToken cancellationToken)
        => database.Leases.AsNoTracking().Where(lease => lease.Name.StartsWith(prefix)).ToListAsync(cancellationToken);

    /// <summary>True for the one who ended it, though several may try.</summary>
    public async Task<bool> EndAsync(string name, CancellationToken cancellationToken)
        => await database.Leases.Where(lease => lease.Name == name).ExecuteDeleteAsync(cancellationToken) == 1;

    private Task<bool> TryAddAsync(Lease lease, CancellationToken cancellationToken)
        => database.TryAddAsync(lease, other => other.Name == lease.Name, cancellationToken);
}
