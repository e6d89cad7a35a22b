using System.Diagnostics;
using SceneGen.Benchmarks.Machine;
using SceneGen.Tests.Running;

namespace SceneGen.Benchmarks.Scenes;

/// <summary>The service or the simulator as a process of its own, in a folder of its own.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("scenegen-benchmark-").FullName;

    private ProgramProcess(string program, IEnumerable<(string Name, string Value)> settings)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), "--urls", Url.ToString()])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Complain(line.Data);
        _process.BeginOutputReadLine();
        Http = new HttpClient { BaseAddress = Url };
        Tree = new ProcessTree(_process.Id);
    }

    public Uri Url { get; }

    public HttpClient Http { get; }

    public ProcessTree Tree { get; }

    /// <summary>Returns when it says that it is ready.</summary>
    public static async Task<ProgramProcess> StartAsync(string program, params IEnumerable<(string Name, string Value)> settings)
    {
        var started = new ProgramProcess(program, settings);
        for (var watch = Stopwatch.StartNew(); !await started.IsReadyAsync(); await Task.Delay(100))
        {
            if (started._process.HasExited || watch.Elapsed > Patience)
            {
                await started.DisposeAsync();
                throw new InvalidOperationException($"{program} did not start.");
            }
        }

        return started;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Complain(string? line)
    {
        if (line is not null && (line.Contains("WRN", StringComparison.Ordinal) || line.Contains("ERR", StringComparison.Ordinal)))
        {
            Console.WriteLine($"  {line}");
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
