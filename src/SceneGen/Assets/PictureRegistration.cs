using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Assets.Images;
using SceneGen.Settings;

namespace SceneGen.Assets;

public static class PictureRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.AddSettings<ImageOptions>("Images");
        services.AddSettings<StorageOptions>("Storage");

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<VipsCommand>();
        services.AddSingleton<SceneImage>();
        services.AddSingleton<TemporaryFolder>();
        services.AddSingleton<FileAssetStore>();

        services.AddHostedService<VipsInstallation>();
        services.AddHostedService(provider => provider.GetRequiredService<TemporaryFolder>());
        return services;
    }
}
