using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data.Leases;

/// <summary>Work that is never done twice at once, whichever instance does it and however long it takes.</summary>
internal sealed class SoleWork(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>After a crash others wait this long.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(30);

    /// <summary>Null when somebody is at it.</summary>
    public async Task<T?> TryRunAsync<T>(
        string name, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        if (!await WithAsync(scope => scope.GetRequiredService<WorkLeases>().TryTakeAsync(name, Hold, cancellationToken)))
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(name, over.Token);
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // Also when the work was broken off: nobody is at it any more.
            await SetEndAsync(name, time.GetUtcNow(), CancellationToken.None);
        }
    }

    private async Task RenewAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(BetweenRenewals, time, cancellationToken);
            await SetEndAsync(name, time.GetUtcNow() + Hold, cancellationToken);
        }
    }

    private Task<int> SetEndAsync(string name, DateTimeOffset end, CancellationToken cancellationToken)
        => WithAsync(scope => scope.GetRequiredService<SceneDbContext>().Leases
            .Where(lease => lease.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.EndsAt, end), cancellationToken));

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }
}
