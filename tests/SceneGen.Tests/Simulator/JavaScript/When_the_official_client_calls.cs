using System.Diagnostics;
using System.Text.Json.Nodes;
using SceneGen.Tests.Conventions;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.JavaScript;

public sealed class When_the_official_client_calls
{
    private static readonly string Folder = Repository.PathOf("tests/SceneGen.Tests/Simulator/JavaScript");

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_runs_models_follows_predictions_and_trusts_the_webhook()
    {
        Assert.True(
            Directory.Exists(Path.Combine(Folder, "node_modules")),
            "The client is not installed: run 'npm ci' in tests/SceneGen.Tests/Simulator/JavaScript.");
        await using var simulator = await SimulatorHost.StartAsync(
            configure: options => (options.StartingTime, options.GenerationTime) = (TimeSpan.Zero, TimeSpan.Zero));

        var result = await RunAsync($"{simulator.Http.BaseAddress}replicate/v1", "r8_simulator");

        Assert.All(
            ["blocked", "polled", "uploaded"],
            name => Assert.Contains("/replicate/delivery/", result[name]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Contains("E8765", result["failure"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["canceled", "canceled"], [result["canceled"]!.ToString(), result["got"]!.ToString()]);
        Assert.Equal("[5]", result["pages"]!.ToJsonString());
        Assert.Equal("succeeded", result["told"]!.GetValue<string>());
        Assert.True(result["genuine"]!.GetValue<bool>());
        Assert.False(result["forged"]!.GetValue<bool>());
        Assert.Equal(["simulator", "flux-2-pro"], [result["account"]!.ToString(), result["model"]!.ToString()]);
    }

    private static async Task<JsonNode> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", ["client.mjs", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Canceled);
        var errors = process.StandardError.ReadToEndAsync(Canceled);
        await process.WaitForExitAsync(Canceled).WaitAsync(TimeSpan.FromMinutes(2), Canceled);
        Assert.True(process.ExitCode == 0, await errors);
        return JsonNode.Parse(await output)!;
    }
}
