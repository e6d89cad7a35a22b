using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Persistence;
using SceneGen.Persistence.Periodic;
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
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

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
        services.AddScoped<LostTimers>();
        services.AddPeriodicWork(new PeriodicWork("lost timers", BetweenLooks, SendLostTimersAsync));
        return services;
    }

    private static async Task<bool> SendLostTimersAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (await scope.GetRequiredService<WorkLeases>().TryTakeAsync("lost-timers", BetweenLooks, cancellationToken))
        {
            await scope.GetRequiredService<LostTimers>().SendAgainAsync(cancellationToken);
        }

        return false;
    }

    public static void AddScenes(this IBusRegistrationConfigurator bus)
    {
        bus.AddSceneChanges();
        bus.TryAddSingleton<SceneWatch>();
        bus.AddSagaStateMachine<SceneStateMachine, SceneState, SceneSagaDefinition>()
            .EntityFrameworkRepository(repository => repository.ExistingDbContext<SceneDbContext>());
    }
}
