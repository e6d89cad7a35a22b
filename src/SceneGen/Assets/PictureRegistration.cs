using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Images;
using SceneGen.Assets.S3;
using SceneGen.Assets.Serving;
using SceneGen.Assets.Storing;
using SceneGen.Observability.Metrics;
using SceneGen.Settings;

namespace SceneGen.Assets;

public static class PictureRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.AddSettings<ImageOptions>("Images");
        services.AddStore();
        services.AddServing();

        services.AddSingleton<VipsCommand>();
        services.AddSingleton<SceneImage>();
        services.AddSingleton<VipsInstallation>();
        services.AddHostedService(provider => provider.GetRequiredService<VipsInstallation>());
        services.AddHostedService(provider => provider.GetRequiredService<TemporaryFolder>());
        return services;
    }

    internal static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions>("Storage");
        services.AddSettings<S3Options>("Storage:S3");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TemporaryFolder>();
        services.AddMeters();
        services.AddSingleton<IAssetStore>(provider => new WatchedStore(
            provider.GetRequiredService<IOptions<S3Options>>().Value.IsSet
                ? ActivatorUtilities.CreateInstance<S3AssetStore>(provider)
                : ActivatorUtilities.CreateInstance<FileAssetStore>(provider),
            provider.GetRequiredService<StoreMeter>()));
        return services;
    }
}
