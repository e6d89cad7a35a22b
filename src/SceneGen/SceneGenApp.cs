using MassTransit;
using SceneGen.Assets;
using SceneGen.Callbacks;
using SceneGen.Data;
using SceneGen.Generation;
using SceneGen.Messaging;
using SceneGen.Observability;
using SceneGen.Operations;
using SceneGen.Operations.Alerts;
using SceneGen.Replicate;
using SceneGen.Scenes;
using SceneGen.Settings;
using SceneGen.Themes;
using SceneGen.Web;
using SceneGen.Web.Access;

namespace SceneGen;

/// <summary>The service, for whoever hosts it.</summary>
public static class SceneGenApp
{
    /// <summary>Adds the service, in the order of its flow.</summary>
    public static void AddSceneGen(
        this WebApplicationBuilder builder, Action<IBusRegistrationConfigurator>? addToBus = null)
    {
        builder.Configuration.AddSceneGenSources();
        builder.AddObservability();

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddWebAccess();
        builder.Services.AddThemes();
        builder.Services.AddReplicate();
        builder.Services.AddGeneration();
        builder.Services.AddAssets();
        builder.Services.AddScenes();
        builder.Services.AddCallbacks();
        builder.Services.AddAlerts();
        builder.Services.AddOverview();
        builder.Services.AddMessaging(builder.Configuration, addToBus);
        builder.AddWeb();
        builder.AddWatch();
    }

    /// <summary>Maps the service's routes.</summary>
    public static void UseSceneGen(this WebApplication app)
    {
        // Read now, so that a broken theme stops the start and not the first user.
        app.Services.GetRequiredService<ThemeLibrary>();
        app.UseWeb();
    }

    /// <summary>Runs until told to stop. What keeps the service from starting is said in one sentence.</summary>
    public static Task<int> RunAsync(string[] words, Func<WebApplication> build)
        => StartWords.AskForHelp(words) ? StartWords.HelpAsync() : StartFault.SayAsync(async () =>
        {
            StartWords.Check(words);
            await using var app = build();
            var stopping = app.Lifetime.ApplicationStopping;
            try
            {
                await app.RunAsync();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // Told to stop while it started, as it waited for its database.
            }
        });
}
