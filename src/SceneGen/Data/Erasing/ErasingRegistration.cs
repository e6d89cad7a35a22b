using MassTransit;
using SceneGen.Persistence.Pruning;

namespace SceneGen.Data.Erasing;

internal static class ErasingRegistration
{
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddErasing(this IServiceCollection services)
    {
        services.AddScoped<TraceEraser>();
        services.AddScoped<ParkedTraces>();
        services.AddScoped<TraceSweep>();
        services.AddPruning(new Prunable("traces of deleted scenes", BetweenPasses, SweepAsync));
        return services;
    }

    public static void AddErasing(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<EraseTracesConsumer, EraseTracesDefinition>();

    private static async Task<bool> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        await scope.GetRequiredService<TraceSweep>().PassAsync(cancellationToken);
        return false;
    }
}
