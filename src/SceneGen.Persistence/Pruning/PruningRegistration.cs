using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Persistence.Pruning;

/// <summary>Registration of what is pruned.</summary>
public static class PruningRegistration
{
    private const int BatchSize = 1000;

    /// <summary>Has these rows removed, a batch at a time.</summary>
    /// <typeparam name="TDbContext">The context that holds them.</typeparam>
    /// <typeparam name="TEntity">The rows.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="what">What they are, for the log.</param>
    /// <param name="pause">From one look to the next.</param>
    /// <param name="old">Those that may go, the oldest first.</param>
    public static IServiceCollection AddPruning<TDbContext, TEntity>(
        this IServiceCollection services,
        string what,
        TimeSpan pause,
        Func<TDbContext, IServiceProvider, IQueryable<TEntity>> old)
        where TDbContext : DbContext
        where TEntity : class
        => services.AddPruning(new Prunable(what, pause, async (scope, cancellationToken) =>
        {
            var rows = old(scope.GetRequiredService<TDbContext>(), scope).Take(BatchSize);
            return await rows.ExecuteDeleteAsync(cancellationToken) == BatchSize;
        }));

    /// <summary>Has something removed in a way of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="prunable">What, how often and how.</param>
    public static IServiceCollection AddPruning(this IServiceCollection services, Prunable prunable)
        => services.AddSingleton(prunable).AddHostedService<Pruner>();
}
