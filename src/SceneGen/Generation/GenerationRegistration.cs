using MassTransit;
using SceneGen.Generation.Consumers;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Planning;
using SceneGen.Scenes.Timers;

namespace SceneGen.Generation;

internal static class GenerationRegistration
{
    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSingleton<GenerationPlanner>();
        services.AddSingleton<ProbePlanner>();
        services.AddScoped<GenerationIntents>();
        services.AddScoped<LostPredictions>();
        services.AddScoped<PredictionBuyer>();
        services.AddScoped<FailureCounts>();
        services.AddScoped<FlagHistory>();
        services.AddScoped<ProbeVerdicts>();
        services.AddScoped<AvatarProbe>();
        services.AddScoped<ContentDispute>();
        services.AddScoped<AttemptJudge>();
        services.AddScoped<PredictionCheck>();
        return services;
    }

    public static void AddGeneration(this IBusRegistrationConfigurator bus)
    {
        CheckTimer.NameTokens();
        bus.AddConsumer<GenerateSceneConsumer, GenerateSceneDefinition>();
        bus.AddConsumer<CheckGenerationConsumer, CheckGenerationDefinition>();
        bus.AddConsumer<CancelGenerationConsumer, CancelGenerationDefinition>();
    }
}
