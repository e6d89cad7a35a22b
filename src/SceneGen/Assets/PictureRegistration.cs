using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Assets.Images;

namespace SceneGen.Assets;

public static class PictureRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.AddOptions<ImageOptions>().BindConfiguration("Images").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();

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
