using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using SceneGen.Observability.Metrics;
using SceneGen.Replicate.Models;
using SceneGen.Replicate.Webhooks;
using SceneGen.Settings;

namespace SceneGen.Replicate;

internal static class ReplicateRegistration
{
    public static IServiceCollection AddReplicate(this IServiceCollection services)
    {
        services.AddSettings<ReplicateOptions>("Replicate");
        services.AddSingleton<IValidateOptions<ReplicateOptions>, ProviderAddresses>();
        services.AddSettings<ModelOptions>("Models");
        services.AddSingleton<ModelLibrary>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookSecret>();
        services.AddScoped<WebhookVerifier>();
        services.AddMeters();
        services.AddTransient<CallWatch>();
        services.AddHttpClient<IReplicateApi, ReplicateApi>((provider, client) =>
            {
                var options = provider.GetRequiredService<IOptions<ReplicateOptions>>().Value;
                client.BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + "/");
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiToken);
                client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SceneGen", "0.1"));

                // Each call has a time limit of its own, by the service's clock.
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // The token goes to the API's host and nowhere else.
                AllowAutoRedirect = false,
                ConnectTimeout = ReplicateApi.ConnectTimeout,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),

                // Strangers are not told the trace they are part of.
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            })
            .AddHttpMessageHandler<CallWatch>();
        return services;
    }
}
