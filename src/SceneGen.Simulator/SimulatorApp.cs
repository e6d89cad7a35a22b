using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Simulator.Avatars;
using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Replicate;

namespace SceneGen.Simulator;

/// <summary>The outside world of SceneGen: its image provider and the avatar service upstream.</summary>
public static class SimulatorApp
{
    public static IServiceCollection AddSimulator(this IServiceCollection services)
    {
        services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ScratchFolder>();
        services.AddSingleton<Vips>();
        services.AddSingleton<FigureReader>();
        services.AddSingleton<ScenePainter>();
        return services.AddFakeReplicate().AddFakeAvatars();
    }

    public static WebApplication UseSimulator(this WebApplication app)
    {
        app.MapFakeReplicate();
        app.MapFakeAvatars();
        return app;
    }
}
