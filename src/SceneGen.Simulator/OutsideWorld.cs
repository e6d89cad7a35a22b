using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using SceneGen.Settings;
using SceneGen.Simulator.Avatars;
using SceneGen.Simulator.Replicate;

namespace SceneGen.Simulator;

/// <summary>The world around the service without the service, for instances that run by themselves.</summary>
internal static class OutsideWorld
{
    private const string Key = "only";
    private const string Provider = "replicate";
    private const string Avatars = "avatars";

    public static bool IsAskedFor(IConfiguration configuration) => configuration[Key] is { Length: > 0 };

    public static WebApplication BuildOutsideWorld(this WebApplicationBuilder builder)
    {
        var parts = PartsOf(builder.Configuration[Key]!);
        builder.Configuration.AddSceneGenSources();
        builder.WebHost.UseUrls(builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? SimulatedWorld.DefaultUrl);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSimulator();
        builder.Services.AddHealthChecks();
        if (parts.Contains(Avatars))
        {
            builder.Services.AddUpstream(
                builder.Configuration.GetConnectionString("Bus"),
                hasService: builder.Configuration[$"{SimulatorOptions.Section}:{nameof(SimulatorOptions.ServiceUrl)}"] is not null);
        }

        var app = builder.Build();
        app.MapHealthChecks("/health/ready");
        if (parts.Contains(Provider))
        {
            app.MapFakeReplicate();
        }

        if (parts.Contains(Avatars))
        {
            app.MapFakeAvatars();
        }

        return app;
    }

    private static string[] PartsOf(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.All(part => part is Provider or Avatars)
            ? parts
            : throw new InvalidOperationException(
                $"--only names an unknown part in '{text}': write {Provider}, {Avatars}, or both with a comma between.");
    }

    /// <summary>A bus of its own: what it says to the service goes over the wire, as from a foreign program.</summary>
    private static void AddUpstream(this IServiceCollection services, string? broker, bool hasService)
    {
        if (string.IsNullOrEmpty(broker))
        {
            if (hasService)
            {
                return;
            }

            throw new InvalidOperationException(
                $"--only {Avatars} needs a broker: set ConnectionStrings:Bus, such as amqp://guest:guest@127.0.0.1:5672; or "
                + "Simulator:ServiceUrl, the address of a scene service without one.");
        }

        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddFakeAvatarService();
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(new Uri(broker));
                transport.ConfigureJsonSerializerOptions(options =>
                {
                    options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
                    return options;
                });
                transport.ConfigureEndpoints(context);
            });
        });
    }
}
