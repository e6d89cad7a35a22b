using SceneGen.Messaging.Broker;
using SceneGen.Operations.DeadLetters;
using SceneGen.Operations.DeadLetters.Broker;
using SceneGen.Operations.Graph;
using SceneGen.Operations.Overview;
using SceneGen.Scenes;

namespace SceneGen.Operations;

/// <summary>What operators see.</summary>
internal static class OverviewRegistration
{
    public static IServiceCollection AddOverview(this IServiceCollection services)
    {
        services.AddScoped<SceneCounts>();
        services.AddScoped<StuckSceneFinder>();
        services.AddScoped<OutboxCounts>();
        services.AddScoped<CostCounter>();
        services.AddSingleton(provider => SceneGraph.Of(provider.GetRequiredService<SceneStateMachine>()));
        services.AddDeadLetters();
        return services;
    }

    private static void AddDeadLetters(this IServiceCollection services)
    {
        services.AddBroker();
        services.AddSingleton<BrokerDesk>();
        services.AddScoped<ParkedLetters>();
        services.AddScoped<DeadLetterBox>();
    }
}
