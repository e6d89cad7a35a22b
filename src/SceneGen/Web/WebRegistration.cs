using System.Text.Json;
using System.Text.Json.Serialization;
using SceneGen.Observability.Logs;
using SceneGen.Observability.Tracing;
using SceneGen.Web.Access;
using SceneGen.Web.Access.Operators;
using SceneGen.Web.Health;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Errors;
using SceneGen.Web.Http.Security;
using SceneGen.Web.OpenApi;
using SceneGen.Web.Ops;
using SceneGen.Web.Ops.Callbacks;
using SceneGen.Web.Ops.DeadLetters;
using SceneGen.Web.Ops.Graph;
using SceneGen.Web.Ops.Orders;
using SceneGen.Web.Ops.Overview;
using SceneGen.Web.Ops.Storage;
using SceneGen.Web.Ops.Themes;
using SceneGen.Web.Ops.Timeline;
using SceneGen.Web.Pages;
using SceneGen.Web.Pictures;
using SceneGen.Web.Quotas;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Creating;
using SceneGen.Web.Scenes.Live;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Timeline;
using SceneGen.Web.Scenes.Waiting;
using SceneGen.Web.Sessions;
using SceneGen.Web.Themes;
using SceneGen.Web.Webhooks;

namespace SceneGen.Web;

internal static class WebRegistration
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.UseLoopbackUrls();

        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.Converters.Add(new UtcTimeConverter());

            // Whoever looked at the first of two on its way here saw another request than the one that counts.
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.AddProblems();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSecurity();
        services.AddSingleton<SceneRules>();
        services.AddHttpContextAccessor();
        services.AddScoped<SceneReader>();
        services.AddScoped<TimelineReader>();
        services.AddScoped<PageReader>();
        services.AddSingleton<PageFrame>();
        services.AddApiDescription();
        services.AddLiveStatus();
        services.AddCreating();
        services.AddPictureAccess();
        services.AddOperators();
        services.AddHealth();
        services.AddOverviewPage();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<RequestSpans>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurity();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<SceneRequests>();
        app.UseMiddleware<RequestQuota>();
        app.UseMiddleware<JsonGuard>();

        app.MapScenes();
        app.MapShow();
        app.MapLive();
        app.MapBatches();
        app.MapTimeline();
        app.MapRetries();
        app.MapAvatars();
        app.MapSessions();
        app.MapThemes();
        app.MapAssets();
        app.MapParkedMessages();
        app.MapReconciliation();
        app.MapGates();
        app.MapProvider();
        app.MapThemeOps();
        app.MapTimelineOps();
        app.MapStorage();
        app.MapOperators();
        app.MapOverview();
        app.MapRollbacks();
        app.MapDeadLetters();
        app.MapCallbacks();
        app.MapGraph();
        app.MapReplicateWebhooks();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi();
        app.MapUi();
        app.MapOpsPage();
        app.MapOperatorEntrance();
    }
}
