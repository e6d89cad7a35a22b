using System.Diagnostics;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>The sample of the documentation as it stands there, on another origin: its page, and its back end by node.</summary>
public sealed class MainApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private Process? _process;

    public string Url { get; } = $"http://127.0.0.1:{FreePort.Find()}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts, and returns when it says that it embeds the service.</summary>
    public async Task StartAsync(string service, string key = "")
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("docs/embedding-sample.mjs"), service, Url])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["SCENEGEN_KEY"] = key;
        _process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        Assert.Equal($"{Url} embeds {service}", await _process.StandardOutput.ReadLineAsync(patience.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
    }
}
