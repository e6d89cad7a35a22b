using System.Net.Http.Headers;
using MassTransit;
using Microsoft.Extensions.Options;
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
        services.AddHttpClient<SceneService>((provider, http) =>
        {
            http.Timeout = Patience;
            if (provider.GetRequiredService<IOptions<SimulatorOptions>>().Value.ServiceKey is { Length: > 0 } key)
            {
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }
        });
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
