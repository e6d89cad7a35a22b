using MassTransit;
using SceneGen.Simulator.Avatars.Http;

namespace SceneGen.Simulator.Avatars;

/// <summary>The simulated avatar service upstream.</summary>
public static class FakeAvatarServiceSetup
{
    internal static IServiceCollection AddFakeAvatars(this IServiceCollection services)
    {
        services.AddSingleton<SampleLibrary>();
        services.AddSingleton<FakeAvatarService>();
        services.AddSingleton<AvatarEndpoints>();
        return services;
    }

    public static IBusRegistrationConfigurator AddFakeAvatarService(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<AvatarRollbackConsumer, AvatarRollbackConsumerDefinition>();
        return bus;
    }

    internal static void MapFakeAvatars(this WebApplication app)
    {
        app.Services.GetRequiredService<AvatarEndpoints>().Map(app);
    }
}
