using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Live.Wire;
using SceneGen.Settings;

namespace SceneGen.Scenes.Live;

internal static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSettings<LiveOptions>("Live");
        services.AddSceneChanges();
        services.AddSingleton<CatchUp>();
        services.AddHostedService(provider => provider.GetRequiredService<CatchUp>());
        services.AddSingleton<PostgresWire>();
        services.AddHostedService<ChangeListener>();
        services.AddHostedService<ChangeSender>();
        services.AddHostedService<InterestTimer>();
        return services;
    }

    /// <summary>For every part that changes scenes; the first one registers them.</summary>
    public static void AddSceneChanges(this IServiceCollection services)
    {
        services.AddMeters();
        services.TryAddSingleton<ChangePost>();
        services.TryAddSingleton<SceneLookout>();
        services.TryAddSingleton<SceneChanges>();
    }
}
