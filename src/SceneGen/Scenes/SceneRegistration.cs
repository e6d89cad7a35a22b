using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Data;
using SceneGen.Persistence;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Outputs;
using SceneGen.Scenes.Quotas;
using SceneGen.Scenes.Timers;
using SceneGen.Scenes.Watching;
using SceneGen.Settings;

namespace SceneGen.Scenes;

internal static class SceneRegistration
{
    public static IServiceCollection AddScenes(this IServiceCollection services)
    {
        services.AddSettings<SceneOptions>("Scenes");
        services.AddSettings<StepOptions>("Steps");
        services.AddSettings<PollingOptions>("Polling");
        services.AddSettings<CompensationOptions>("Compensation");
        services.AddSettings<QuotaOptions>("Quotas");
        services.AddLinks();
        services.AddLive();
        services.AddSingleton<NextModel>();
        services.AddSingleton<Forecaster>();
        services.AddSingleton<SceneTimers>();
        services.AddSingleton<RollbackPolicy>();
        services.AddSingleton<SceneIntake>();
        services.AddScoped<UnstoredOutputs>();
        services.AddHostedService<OutputWatch>();
        return services;
    }

    public static void AddScenes(this IBusRegistrationConfigurator bus)
    {
        bus.AddSceneChanges();
        bus.TryAddSingleton<SceneWatch>();
        bus.AddSagaStateMachine<SceneStateMachine, SceneState, SceneSagaDefinition>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<SceneDbContext>());
    }
}
