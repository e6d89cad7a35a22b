using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Settings;
using SceneGen.Simulator.Avatars;
using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Replicate;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator;

/// <summary>The outside world of SceneGen: its image provider and the avatar service upstream.</summary>
public static class SimulatorApp
{
    public static IServiceCollection AddSimulator(this IServiceCollection services)
    {
        services.AddSettings<SimulatorOptions>(SimulatorOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SimulatorFolder>();
        services.AddSingleton<Vips>();
        services.AddSingleton<FigureReader>();
        services.AddSingleton<ScenePainter>();
        services.AddSingleton<FlatPainter>();
        return services.AddFakeReplicate().AddFakeAvatars();
    }

    public static WebApplication UseSimulator(this WebApplication app)
    {
        app.MapFakeReplicate();
        app.MapFakeAvatars();
        return app;
    }
}
