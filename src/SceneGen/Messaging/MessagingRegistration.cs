using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Data.Erasing;
using SceneGen.Generation;
using SceneGen.Persistence;
using SceneGen.Scenes;

namespace SceneGen.Messaging;

internal static class MessagingRegistration
{
    /// <summary>Longer than a message waits and is worked on, or it is worked on twice.</summary>
    private static readonly TimeSpan UntilConsumed = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddMessaging(
        this IServiceCollection services, IConfiguration configuration, Action<IBusRegistrationConfigurator>? more)
    {
        if (!string.IsNullOrWhiteSpace(configuration.GetConnectionString("Bus")))
        {
            throw new InvalidOperationException(
                "ConnectionStrings:Bus names a broker, and this version runs on the bus within the process: leave it empty.");
        }

        services.AddMassTransit(bus =>
        {
            bus.AddScenes();
            bus.AddGeneration();
            bus.AddAssets();
            bus.AddErasing();
            more?.Invoke(bus);
            bus.AddEntityFrameworkOutbox<SceneDbContext>(outbox =>
            {
                outbox.BusKeepsMessages = false;
                outbox.Lease = UntilConsumed;
            });
            bus.UsingInMemory((context, transport) =>
            {
                transport.UseEntityFrameworkScheduler<SceneDbContext>(context);
                transport.UseContractJson();
                transport.ConfigureEndpoints(context);
            });
        });
        services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            host.WaitUntilStarted = true;
            host.StartTimeout = StartTimeout;
            host.StopTimeout = StopTimeout;
        });
        return services;
    }

    /// <summary>Enums are words on the wire.</summary>
    public static void UseContractJson(this IBusFactoryConfigurator transport)
        => transport.ConfigureJsonSerializerOptions(options =>
        {
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            return options;
        });
}
