using SceneGen.Simulator.Replicate.Course;
using SceneGen.Simulator.Replicate.Files;
using SceneGen.Simulator.Replicate.Http;
using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Ledger;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Replicate.Recording;
using SceneGen.Simulator.Replicate.Trouble;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Replicate;

/// <summary>The simulated image provider.</summary>
internal static class FakeReplicateSetup
{
    private const string Root = "/replicate/v1";

    public static IServiceCollection AddFakeReplicate(this IServiceCollection services)
    {
        services.AddSingleton<FakeReplicate>();
        services.AddSingleton<FaultBook>();
        services.AddSingleton<CallBook>();
        services.AddSingleton<FileShelf>();
        services.AddHttpClient<InputImages>().ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddTransient<PictureMaker>();
        services.AddHostedService<PredictionWorker>();
        services.AddSingleton<IStartupFilter, CallRecorder>();
        return services.AddCourse().AddCalls();
    }

    public static void MapFakeReplicate(this WebApplication app)
    {
        var services = app.Services;
        var api = app.MapGroup(Root).ExcludeFromDescription();
        services.GetRequiredService<CallFilters>().AddToApi(api);
        services.GetRequiredService<CreateEndpoints>().Map(api);
        services.GetRequiredService<ReplicateEndpoints>().Map(api);
        services.GetRequiredService<FileEndpoints>().Map(api);
        services.GetRequiredService<DeliveryEndpoint>().Map(app);
        services.GetRequiredService<LedgerEndpoints>().Map(app);
        services.GetRequiredService<FaultEndpoints>().Map(app);
    }

    private static IServiceCollection AddCourse(this IServiceCollection services)
    {
        services.AddSingleton<Agenda>();
        services.AddSingleton<PredictionCourse>();
        services.AddHostedService(provider => provider.GetRequiredService<PredictionCourse>());
        services.AddSingleton<WebhookTeller>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookCounts>();
        services.AddSingleton<WebhookPost>();
        services.AddHttpClient(WebhookPost.Client)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services;
    }

    private static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<CallFilters>();
        services.AddSingleton<BookFilter>();
        services.AddSingleton<TokenFilter>();
        services.AddSingleton<LimitFilter>();
        services.AddSingleton<TroubleFilter>();
        services.AddSingleton<PredictionOutputs>();
        services.AddSingleton<PredictionView>();
        services.AddSingleton<CreateEndpoints>();
        services.AddSingleton<ReplicateEndpoints>();
        services.AddSingleton<FileEndpoints>();
        services.AddSingleton<DeliveryEndpoint>();
        services.AddSingleton<LedgerEndpoints>();
        services.AddSingleton<FaultEndpoints>();
        return services;
    }
}
