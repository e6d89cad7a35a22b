using SceneGen.Messaging.Broker;
using SceneGen.Operations.Invariants.Rules;

namespace SceneGen.Operations.Invariants;

internal static class InvariantRegistration
{
    public static IServiceCollection AddInvariants(
        this IServiceCollection services, CheckDepth depth)
    {
        services.AddSingleton(depth);
        services.AddScoped<IInvariant, ScenesEnd>();
        services.AddScoped<IInvariant, PurchasesAreRecorded>();
        services.AddScoped<IInvariant, PicturesAreKept>();
        services.AddScoped<IInvariant, RollbacksAreAnswered>();
        services.AddScoped<IInvariant, TimelinesCount>();
        services.AddScoped<IInvariant, NothingIsLeft>();
        services.AddScoped<IInvariant, FilesHaveRows>();
        services.AddScoped<IInvariant, CallsReturn>();
        services.AddScoped<InvariantChecker>();
        services.AddBroker();
        services.AddSingleton<BrokerQueues>();
        return services;
    }
}
