using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using SceneGen.Assets;
using SceneGen.Callbacks;
using SceneGen.Data.Erasing;
using SceneGen.Generation;
using SceneGen.Messaging.Doors;
using SceneGen.Observability;
using SceneGen.Scenes;
using SceneGen.Settings;

namespace SceneGen.Messaging;

internal static class MessagingRegistration
{
    /// <summary>What the bus is called among the parts of the service that may be away.</summary>
    public const string HealthName = "broker";

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Of everything: less than what usually waits 30 s before it kills.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    public static IServiceCollection AddMessaging(
        this IServiceCollection services, IConfiguration configuration, Action<IBusRegistrationConfigurator>? more)
    {
        services.AddSettings<BusOptions>("Bus");
        services.AddMassTransit(bus =>
        {
            // The service calls nobody its operator does not know of.
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(health => health.Name = HealthName);
            bus.AddObservability();
            bus.AddDoors();
            bus.AddScenes();
            bus.AddGeneration();
            bus.AddAssets();
            bus.AddErasing();
            bus.AddCallbacks();
            more?.Invoke(bus);
            if (configuration.GetConnectionString("Bus") is { Length: > 0 } address)
            {
                bus.UseBroker(BrokerAddress.Parse(address));
            }
            else
            {
                bus.UseProcess();
            }
        });

        // A broker that is away keeps nobody from starting: the service says that it is not ready, and waits.
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.StopTimeout = StopTimeout);
        services.AddOptions<HostOptions>().Configure(host => host.ShutdownTimeout = ShutdownTimeout);
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
