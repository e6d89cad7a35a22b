namespace SceneGen.Assets.Serving;

internal static class ServingRegistration
{
    public static IServiceCollection AddServing(this IServiceCollection services)
    {
        services.AddSingleton<DamagedFiles>();
        services.AddSingleton<VerifiedAssets>();
        return services;
    }
}
