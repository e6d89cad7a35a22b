using MassTransit;
using SceneGen.Simulator.Avatars.Http;
using SceneGen.Simulator.Avatars.Outgoing;
using SceneGen.Simulator.Avatars.Rollbacks;

namespace SceneGen.Simulator.Avatars;

/// <summary>The simulated avatar service upstream.</summary>
public static class FakeAvatarServiceSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static IServiceCollection AddFakeAvatars(this IServiceCollection services)
    {
        services.AddSingleton<SampleLibrary>();
        services.AddSingleton<FakeAvatarService>();
        services.AddSingleton<AvatarEndpoints>();
        services.AddSingleton<RollbackEndpoint>();
        services.AddHttpClient<SceneService>(http => http.Timeout = Patience);
        services.AddTransient<IAnnouncer>(provider => provider.GetService<IBus>() is { } bus
            ? new BusAnnouncer(bus)
            : provider.GetRequiredService<SceneService>());
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
        app.Services.GetRequiredService<RollbackEndpoint>().Map(app);
    }
}
