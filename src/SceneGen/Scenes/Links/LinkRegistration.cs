using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SceneGen.Settings;

namespace SceneGen.Scenes.Links;

internal static class LinkRegistration
{
    public static IServiceCollection AddLinks(this IServiceCollection services)
    {
        services.AddSettings<HttpOptions>("Http");
        services.AddSettings<PictureLinkOptions>("Images");
        services.AddSettings<SigningOptions>("Images:Signing");
        services.AddSingleton<IValidateOptions<SigningOptions>, SigningRule>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LinkSigner>();
        services.AddSingleton<SceneLinks>();
        return services;
    }
}
