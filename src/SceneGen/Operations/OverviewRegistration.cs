using MassTransit;
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

    /// <summary>On a broker each endpoint has queues for what it could not handle.</summary>
    public static void NoteErrorQueues(this IBusRegistrationConfigurator bus)
        => bus.AddConfigureEndpointsCallback(
            (context, name, _) => context.GetRequiredService<ErrorQueues>().Add(name));

    private static void AddDeadLetters(this IServiceCollection services)
    {
        services.AddSingleton<ErrorQueues>();
        services.AddSingleton<BrokerConnections>();
        services.AddSingleton<ErrorQueueCounts>();
        services.AddSingleton<BrokerDesk>();
        services.AddScoped<ParkedLetters>();
        services.AddScoped<DeadLetterBox>();
    }
}
