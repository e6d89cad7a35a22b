using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SceneGen.Observability.Metrics;

internal static class MeterRegistration
{
    /// <summary>For every part that counts; the first one registers them.</summary>
    public static IServiceCollection AddMeters(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Instruments>();
        services.TryAddSingleton<SceneMeter>();
        services.TryAddSingleton<ProviderMeter>();
        services.TryAddSingleton<StoreMeter>();
        services.TryAddSingleton<WatchMeter>();
        services.TryAddSingleton<CallbackMeter>();
        services.TryAddSingleton<QuotaMeter>();
        return services;
    }
}
