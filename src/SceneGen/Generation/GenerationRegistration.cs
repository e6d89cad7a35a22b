using MassTransit;
using SceneGen.Generation.Avatars;
using SceneGen.Generation.Consumers;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Hints;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Polling;
using SceneGen.Generation.Reconciling;
using SceneGen.Generation.Reusing;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Timers;

namespace SceneGen.Generation;

internal static class GenerationRegistration
{
    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSingleton<GenerationPlanner>();
        services.AddSingleton<ProbePlanner>();
        services.AddTraffic();
        services.AddScoped<Chronicle>();
        services.AddSceneChanges();
        services.AddScoped<GenerationIntents>();
        services.AddScoped<LostPredictions>();
        services.AddScoped<PaidCall>();
        services.AddScoped<PurchaseLedger>();
        services.AddScoped<PredictionBuyer>();
        services.AddAvatars();
        services.AddScoped<Submission>();
        services.AddScoped<PaidPictures>();
        services.AddSingleton<Beat>();
        services.AddSingleton<PredictionPages>();
        services.AddSingleton<PredictionReads>();
        services.AddSingleton<ModelPace>();
        services.AddSingleton<PredictionWatch>();
        services.AddScoped<FailureCounts>();
        services.AddScoped<FlagHistory>();
        services.AddScoped<ProbeVerdicts>();
        services.AddScoped<AvatarProbe>();
        services.AddScoped<ContentDispute>();
        services.AddScoped<AttemptJudge>();
        services.AddScoped<PredictionCheck>();
        services.AddScoped<UnansweredPurchases>();
        services.AddScoped<AbandonedPurchases>();
        services.AddScoped<StrayPredictions>();
        services.AddSingleton<Reconciler>();
        services.AddHostedService(provider => provider.GetRequiredService<Reconciler>());
        services.AddScoped<PredictionHints>();
        return services;
    }

    private static void AddAvatars(this IServiceCollection services)
    {
        services.AddSingleton<AvatarReach>();
        services.AddScoped<AvatarFiles>();
        services.AddScoped<AvatarPreflight>();
        services.AddHostedService<UnreachableAvatars>();
    }

    private static void AddTraffic(this IServiceCollection services)
    {
        services.AddScoped<GateStore>();
        services.AddSingleton<ProviderGates>();
        services.AddSingleton<CircuitBreaker>();
        services.AddScoped<BudgetDealer>();
        services.AddSingleton<SliceLease>();
        services.AddSingleton<ProviderTraffic>();
    }

    public static void AddGeneration(this IBusRegistrationConfigurator bus)
    {
        CheckTimer.NameTokens();
        bus.AddConsumer<GenerateSceneConsumer, GenerateSceneDefinition>();
        bus.AddConsumer<CheckGenerationConsumer, CheckGenerationDefinition>();
        bus.AddConsumer<CancelGenerationConsumer, CancelGenerationDefinition>();
        bus.AddConsumer<FindOutputConsumer, FindOutputDefinition>();
    }
}
