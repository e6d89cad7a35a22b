using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Persistence.Periodic;

/// <summary>Registration of what comes up again and again.</summary>
public static class PeriodicRegistration
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
        => services.AddPeriodicWork(new PeriodicWork(what, pause, async (scope, cancellationToken) =>
        {
            var rows = old(scope.GetRequiredService<TDbContext>(), scope).Take(BatchSize);
            return await rows.ExecuteDeleteAsync(cancellationToken) == BatchSize;
        }));

    /// <summary>Has something done again and again.</summary>
    /// <param name="services">The services.</param>
    /// <param name="work">What, how often and how.</param>
    public static IServiceCollection AddPeriodicWork(this IServiceCollection services, PeriodicWork work)
        => services.AddSingleton(work).AddHostedService<PeriodicWorker>();
}
