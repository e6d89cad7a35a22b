using Microsoft.Extensions.Options;

namespace SceneGen.Settings;

public static class SettingsRegistration
{
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class, new()
    {
        services.AddOptionsWithValidateOnStart<TOptions>();
        services.AddSingleton<IConfigureOptions<TOptions>>(provider => Read(provider));
        services.AddSingleton<IValidateOptions<TOptions>>(provider => Read(provider));
        return services;

        ConfiguredSettings<TOptions> Read(IServiceProvider provider) =>
            new(provider.GetRequiredService<IConfiguration>(), section);
    }
}
