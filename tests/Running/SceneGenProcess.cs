using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SceneGen.Tests.Running;

/// <summary>One of the two programs as a process of its own, on a port and in a folder of its own.</summary>
public sealed class SceneGenProcess : IAsyncDisposable
{
    /// <summary>In a setting, stands for the address of the process itself.</summary>
    public const string OwnUrl = "{url}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _settings;
    private readonly string _program;
    private Process? _process;

    public SceneGenProcess(string program, params (string Name, string Value)[] settings)
    {
        _program = program;
        _settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        Folder = Directory.CreateTempSubdirectory("scenegen-").FullName;
        Url = $"http://127.0.0.1:{FreePort.Find()}";
        Http = new HttpClient { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What tests and servers know it by.</summary>
    public string Name { get; init; } = "";

    public string Folder { get; }

    public string Url { get; }

    /// <summary>Where the simulator writes down the calls of the provider's API.</summary>
    public string Recording => Path.Combine(Folder, "calls.jsonl");

    public HttpClient Http { get; }

    public bool IsRunning => _process is { HasExited: false };

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts, and returns when the service says it is ready.</summary>
    public Task StartAsync()
    {
        Begin();
        return BecomesReadyAsync();
    }

    /// <summary>Starts, and does not wait for it.</summary>
    public void Begin() => Launch(["--urls", Url]);

    public async Task BecomesReadyAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        try
        {
            while (!await IsReadyAsync(patience.Token))
            {
                Assert.False(_process!.HasExited, $"{_program} ended at once: {Output}{HoldersOfThePort()}");
                await Task.Delay(50, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            Assert.Fail($"{_program} is not ready after {Patience}: {Output}");
        }
    }

    /// <summary>Starts what is expected to end by itself, and returns its exit code.</summary>
    public async Task<int> EndAsync(params string[] arguments)
    {
        var process = Launch(arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing in the process gets to say goodbye.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(Stop);
        }
    }

    /// <summary>SIGTERM, as an orchestrator does it: returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]))
        {
            await kill.WaitForExitAsync(Stop);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Launch(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, _program), .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("REPLICATE_API_TOKEN");
        start.Environment["Simulator__Recording"] = Recording;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value.Replace(OwnUrl, Url, StringComparison.Ordinal);
        }

        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return _process;
    }

    /// <summary>The system's own words on every socket there is on the port, for a program that could not have it.</summary>
    private string HoldersOfThePort()
    {
        var port = string.Create(CultureInfo.InvariantCulture, $":{Http.BaseAddress!.Port:X4} ");
        return string.Join('\n', File.ReadLines("/proc/net/tcp").Where(line => line.Contains(port, StringComparison.Ordinal)));
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It has not answered in the client's time, as on a starved machine.
            return false;
        }
    }
}
