using SceneGen.Simulator.Replicate.Http;
using SceneGen.Simulator.Replicate.Ledger;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate;

/// <summary>The simulated image provider.</summary>
internal static class FakeReplicateSetup
{
    public static IServiceCollection AddFakeReplicate(this IServiceCollection services)
    {
        services.AddSingleton<FakeReplicate>();
        services.AddHttpClient<InputImages>().ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddTransient<PictureMaker>();
        services.AddHostedService<PredictionWorker>();
        services.AddSingleton<ReplicateEndpoints>();
        services.AddSingleton<DeliveryEndpoint>();
        services.AddSingleton<LedgerEndpoints>();
        return services;
    }

    public static void MapFakeReplicate(this WebApplication app)
    {
        app.Services.GetRequiredService<ReplicateEndpoints>().Map(app);
        app.Services.GetRequiredService<DeliveryEndpoint>().Map(app);
        app.Services.GetRequiredService<LedgerEndpoints>().Map(app);
    }
}
