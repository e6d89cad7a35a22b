using SceneGen.Web.Scenes.Waiting;

namespace SceneGen.Web.Scenes.Live;

internal static class LiveWebRegistration
{
    public static IServiceCollection AddLiveStatus(this IServiceCollection services)
        => services
            .AddSingleton<WatcherSeats>()
            .AddSingleton<SceneTeller>()
            .AddSingleton<SceneFrames>()
            .AddSingleton<SceneStream>()
            .AddSingleton<SceneFinder>()
            .AddSingleton<LongPoll>();
}
