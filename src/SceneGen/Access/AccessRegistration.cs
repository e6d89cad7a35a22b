using Microsoft.Extensions.Options;
using SceneGen.Access.Keys;
using SceneGen.Access.Protection;
using SceneGen.Access.Sessions;
using SceneGen.Persistence.Periodic;

namespace SceneGen.Access;

/// <summary>Who may call: keys of programs, sessions of browsers.</summary>
internal static class AccessRegistration
{
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddKeys();
        services.AddProtection();
        services.AddSingleton<SessionSeal>();
        services.AddSingleton<ErasedSessions>();
        services.AddScoped<SessionEraser>();
        services.AddScoped<ErasurePass>();
        services.AddScoped<ErasureEnd>();
        services.AddPeriodicWork(new PeriodicWork("erased sessions", BetweenPasses, EraseAsync));
        return services;
    }

    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AuthOptions>();
        services.AddSingleton<ConfiguredKeys>();
        services.AddSingleton<IConfigureOptions<AuthOptions>>(provider => provider.GetRequiredService<ConfiguredKeys>());
        services.AddSingleton<IValidateOptions<AuthOptions>>(provider => provider.GetRequiredService<ConfiguredKeys>());
        services.AddSingleton<KeyBook>();
        return services;
    }

    private static async Task<bool> EraseAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        await scope.GetRequiredService<ErasurePass>().GoOnAsync(cancellationToken);
        await scope.GetRequiredService<ErasureEnd>().ForgetAsync(cancellationToken);
        return false;
    }
}
