using MassTransit;
using MassTransit.Scheduling;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Callbacks.Messages;
using SceneGen.Callbacks.Telling;
using SceneGen.Callbacks.Upkeep;
using SceneGen.Operations.Callbacks;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Options;
using SceneGen.Settings;

namespace SceneGen.Callbacks;

internal static class CallbackRegistration
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services)
    {
        services.AddSettings<CallbackOptions>("Callbacks");
        services.AddSingleton<CallbackRules>();
        services.AddScoped<CallbackDesk>();
        services.AddPosting();
        services.AddHostedService<CallbackWatch>();
        services.AddOptions<CompensationOptions>().Validate<IOptions<FetchingOptions>>(
            (compensation, fetching) => CallbackUrl.IsAllowed(compensation.CallbackUrl, fetching.Value),
            "Compensation:CallbackUrl may not be posted to: write a public https address on port 443, or name its host in "
            + "Fetching:TrustedHosts; spell the host as a plain ASCII name or address.");
        return services;
    }

    public static void AddPosting(this IServiceCollection services)
    {
        services.AddSingleton<SignedPoster>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<CallbackPoster>();
        services.AddScoped<LateCallbacks>();
        services.AddScoped<MissingCallbacks>();
    }

    public static void AddCallbacks(this IBusRegistrationConfigurator bus)
    {
        // A scene has one post that waits: a newer one takes its place.
        ScheduleTokenId.UseTokenId<PostRollbackRequest>(post => SceneIds.Named($"rollback-post/{post.Request.SceneId:D}"));
        bus.AddConsumer<PostRollbackRequestConsumer, PostRollbackRequestDefinition>();
        bus.AddConsumer<PostCallbackConsumer, PostCallbackDefinition>();
    }
}
