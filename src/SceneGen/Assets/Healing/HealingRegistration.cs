namespace SceneGen.Assets.Healing;

internal static class HealingRegistration
{
    public static IServiceCollection AddHealing(this IServiceCollection services)
    {
        services.AddScoped<LostPictures>();
        services.AddHostedService<FileHealer>();
        return services;
    }
}
