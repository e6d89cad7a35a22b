using System.Text.Json;
using System.Text.Json.Serialization;
using SceneGen.Observability.Logs;
using SceneGen.Observability.Tracing;
using SceneGen.Web.Access;
using SceneGen.Web.Access.Operators;
using SceneGen.Web.Health;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Security;
using SceneGen.Web.Ops;
using SceneGen.Web.Ops.DeadLetters;
using SceneGen.Web.Ops.Graph;
using SceneGen.Web.Ops.Orders;
using SceneGen.Web.Ops.Overview;
using SceneGen.Web.Ops.Storage;
using SceneGen.Web.Ops.Themes;
using SceneGen.Web.Ops.Timeline;
using SceneGen.Web.Pictures;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Timeline;
using SceneGen.Web.Sessions;
using SceneGen.Web.Themes;
using SceneGen.Web.Webhooks;

namespace SceneGen.Web;

internal static class WebRegistration
{
    private const string AboutLanguages =
        "Words for users (step.text, a failure's title, message and next, an error's title and detail) are English or "
        + "German, as Accept-Language asks; codes never change.";

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.UseLoopbackUrls();

        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.Converters.Add(new UtcTimeConverter());
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<UnexpectedProblems>();
        services.AddSecurity();
        services.AddSingleton<SceneRules>();
        services.AddHttpContextAccessor();
        services.AddScoped<SceneReader>();
        services.AddScoped<TimelineReader>();
        services.AddOpenApi("v1", document => document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info.Description = AboutLanguages;
            return Task.CompletedTask;
        }));
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

        app.MapScenes();
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
