using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Callbacks;
using SceneGen.Settings;

namespace SceneGen.Operations.Alerts;

internal static class AlertRegistration
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSettings<AlertOptions>("Alerts");
        services.AddOptions<AlertOptions>().Validate<IOptions<FetchingOptions>>(
            (alerts, fetching) => CallbackUrl.IsAllowed(alerts.Webhook, fetching.Value),
            "Alerts:Webhook may not be posted to: write a public https address on port 443, or name its host in "
            + "Fetching:TrustedHosts; spell the host as a plain ASCII name or address.");
        services.AddSingleton<CriticalAlerts>();
        services.AddSingleton<AlertPoster>();
        services.AddSingleton<DatabaseAlert>();
        services.AddScoped<AlertBook>();
        services.AddHostedService<AlertWatch>();
        return services;
    }
}
