namespace SceneGen.Assets.Sweeping;

internal static class SweepRegistration
{
    /// <summary>A sweep, for whoever calls for it.</summary>
    public static IServiceCollection AddSweep(this IServiceCollection services)
    {
        services.AddScoped<UnnamedFiles>();
        services.AddScoped<UnneededUses>();
        services.AddScoped<FileOrphans>();
        services.AddScoped<StoreComparison>();
        services.AddScoped<FileScrub>();
        services.AddScoped<Sweep>();
        return services;
    }

    public static IServiceCollection AddSweeper(this IServiceCollection services)
    {
        services.AddSweep();
        services.AddSingleton<Sweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<Sweeper>());
        return services;
    }
}
