using MassTransit;
using SceneGen.Assets.Avatars;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Storing;
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
        services.AddSingleton<PictureKeeper>();
        return services;
    }

    public static void AddAssets(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<StoreSceneConsumer, StoreSceneDefinition>();
        bus.AddConsumer<DiscardPictureConsumer, DiscardPictureDefinition>();
    }
}
