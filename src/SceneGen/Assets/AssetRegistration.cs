using MassTransit;
using SceneGen.Assets.Avatars;
using SceneGen.Assets.Discarding;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Files;
using SceneGen.Assets.Healing;
using SceneGen.Assets.Storing;
using SceneGen.Assets.Sweeping;
using SceneGen.Settings;

namespace SceneGen.Assets;

internal static class AssetRegistration
{
    public static IServiceCollection AddAssets(this IServiceCollection services)
    {
        services.AddFetching();
        services.AddPictures();
        services.AddSettings<OutputOptions>("Replicate");
        services.AddSingleton<AvatarReader>();
        services.AddSingleton<QualityGate>();
        services.AddSingleton<OutputFetcher>();
        services.AddSingleton<PictureKeeper>();
        services.AddFiles();
        services.AddSweeper();
        services.AddHealing();
        return services;
    }

    public static void AddAssets(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<StoreSceneConsumer, StoreSceneDefinition>();
        bus.AddConsumer<DiscardPictureConsumer, DiscardPictureDefinition>();
        bus.AddConsumer<RemoveFileConsumer, RemoveFileDefinition>();
    }
}
