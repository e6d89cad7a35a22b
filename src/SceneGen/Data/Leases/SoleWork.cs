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
        var held = EndOfHold();
        if (!await InLeasesAsync(leases => leases.TryTakeUntilAsync(name, held, cancellationToken)))
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync();
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // Also when the work was broken off: nobody is at it any more.
            await InLeasesAsync(leases => leases.MoveEndAsync(name, held, time.GetUtcNow(), CancellationToken.None));
        }

        async Task RenewAsync()
        {
            while (true)
            {
                await Task.Delay(BetweenRenewals, time, over.Token);
                var (last, next) = (held, EndOfHold());
                held = await InLeasesAsync(leases => leases.MoveEndAsync(name, last, next, over.Token)) ? next : last;
            }
        }
    }

    /// <summary>Cut to what both databases keep, so that a stored time equals the one it was made of.</summary>
    private DateTimeOffset EndOfHold()
        => DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + Hold).ToUnixTimeMilliseconds());

    private async Task<bool> InLeasesAsync(Func<WorkLeases, Task<bool>> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<WorkLeases>());
    }
}
