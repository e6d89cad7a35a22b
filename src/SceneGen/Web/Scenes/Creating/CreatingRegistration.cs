using SceneGen.Web.Quotas;
using SceneGen.Web.Scenes.Answers;

namespace SceneGen.Web.Scenes.Creating;

internal static class CreatingRegistration
{
    public static IServiceCollection AddCreating(this IServiceCollection services)
    {
        services.AddSingleton<QuotaRefusals>();
        services.AddSingleton<RequestMinutes>();
        services.AddSingleton<RequestQuota>();
        services.AddSingleton<QuotaClaims>();
        services.AddSingleton<QuotaGate>();
        services.AddSingleton<CreateRules>();
        services.AddSingleton<AnswerJson>();
        services.AddScoped<AnswerBook>();
        services.AddScoped<SceneMaker>();
        services.AddScoped<BatchMaker>();
        services.AddScoped<RetryMaker>();
        return services;
    }
}
