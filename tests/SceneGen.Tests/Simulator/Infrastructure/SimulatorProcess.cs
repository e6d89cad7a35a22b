using System.Diagnostics;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>The whole program in a process of its own, to be killed.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, int port)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Http { get; }

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static async Task<SimulatorProcess> StartAsync(string folder, int port)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SceneGen.Simulator.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{port}");
        start.ArgumentList.Add("--Simulator:GenerationTime=200ms");

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var simulator = new SimulatorProcess(process, port);
        await Patience.UntilAsync(simulator.AnswersAsync);
        return simulator;
    }

    /// <summary>Without a warning, as the system does when memory runs out.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(_process.HasExited, "The simulator has ended.");
        try
        {
            using var response = await Http.GetAsync("/simulator/counts", Canceled);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return false;
        }
    }
}
