using SceneGen.Settings;
using SceneGen.Themes.Life;

namespace SceneGen.Themes;

internal static class ThemeRegistration
{
    public static IServiceCollection AddThemes(this IServiceCollection services)
    {
        services.AddSettings<ThemeOptions>("Themes");
        services.AddSingleton<ThemeLibrary>();
        services.AddScoped<ThemeLedger>();
        services.AddSingleton<ThemeWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ThemeWatch>());
        return services;
    }
}
