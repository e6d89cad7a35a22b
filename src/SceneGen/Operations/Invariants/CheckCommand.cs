using SceneGen.Assets;
using SceneGen.Assets.Serving;
using SceneGen.Data;
using SceneGen.Scenes.Options;
using SceneGen.Settings;

namespace SceneGen.Operations.Invariants;

/// <summary>
/// Checks the promises once, prints a line for each and ends, with 1 where one is broken; with <c>--quick</c> no file is
/// read. It changes nothing, and may run beside the service.
/// </summary>
internal static class CheckCommand
{
    public const string Name = "check";
    private const string Quick = "--quick";
    private const int Broken = 1;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var code = 0;
        var started = await StartFault.SayAsync(async () => code = await CheckAsync(arguments));
        return started == 0 ? code : started;
    }

    private static async Task<int> CheckAsync(string[] arguments)
    {
        var builder = Host.CreateApplicationBuilder(arguments.Where(word => word != Quick).ToArray());
        builder.Configuration.AddSceneGenSources();
        builder.Logging.ClearProviders();
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddStore();
        builder.Services.AddServing();
        builder.Services.AddSettings<CompensationOptions>("Compensation");
        builder.Services.AddInvariants(new CheckDepth(ReadsFiles: !arguments.Contains(Quick)));

        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var stop = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var code = 0;
        await foreach (var verdict in scope.ServiceProvider.GetRequiredService<InvariantChecker>().CheckAsync(stop))
        {
            Console.WriteLine(verdict);
            code = verdict.Holds ? code : Broken;
        }

        return code;
    }
}
