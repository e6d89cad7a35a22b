using MassTransit;
using SceneGen.Persistence.Periodic;

namespace SceneGen.Data.Erasing;

internal static class ErasingRegistration
{
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(1);

    // It reads all that is parked.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddErasing(this IServiceCollection services)
    {
        services.AddScoped<TraceEraser>();
        services.AddScoped<ParkedTraces>();
        services.AddScoped<TraceSweep>();
        services.AddPeriodicWork(new PeriodicWork("traces of deleted scenes", BetweenPasses, SweepAsync));
        services.AddPeriodicWork(new PeriodicWork("parked messages of deleted scenes", BetweenLooks, SweepParkedAsync));
        return services;
    }

    public static void AddErasing(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<EraseTracesConsumer, EraseTracesDefinition>();

    private static async Task<bool> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        await scope.GetRequiredService<TraceSweep>().PassAsync(cancellationToken);
        return false;
    }

    private static async Task<bool> SweepParkedAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        await scope.GetRequiredService<ParkedTraces>().PassAsync(cancellationToken);
        return false;
    }
}
