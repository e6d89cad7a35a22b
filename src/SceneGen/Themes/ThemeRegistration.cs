using SceneGen.Settings;

namespace SceneGen.Themes;

internal static class ThemeRegistration
{
    public static IServiceCollection AddThemes(this IServiceCollection services)
    {
        services.AddSettings<ThemeOptions>("Themes");
        services.AddSingleton<ThemeLibrary>();
        return services;
    }
}
