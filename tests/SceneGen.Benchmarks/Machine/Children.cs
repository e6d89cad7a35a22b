using System.Diagnostics;
using System.Globalization;

namespace SceneGen.Benchmarks.Machine;

/// <summary>What processes of this program take that this one starts, until this is disposed of.</summary>
internal sealed class Children : IDisposable
{
    private readonly string _program;
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _watch;
    private long _peakKilobytes;

    public Children(string program)
    {
        _program = program;
        _watch = new Thread(Watch) { Priority = ThreadPriority.Highest };
        _watch.Start();
    }

    /// <summary>Of the largest of them; it is looked at every millisecond.</summary>
    public double PeakMegabytes => Volatile.Read(ref _peakKilobytes) / 1024d;

    /// <summary>Of this process, and of its children that have ended.</summary>
    public static TimeSpan Cpu => new ProcessTree(Environment.ProcessId).Cpu;

    public static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {complaint}");
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _watch.Join();
        _end.Dispose();
    }

    private void Watch()
    {
        while (!_end.Token.WaitHandle.WaitOne(1))
        {
            foreach (var child in Directory.GetDirectories("/proc/self/task").SelectMany(ChildrenOf))
            {
                _peakKilobytes = Math.Max(_peakKilobytes, PeakOf(child));
            }
        }
    }

    private static string[] ChildrenOf(string task) =>
        ReadOrNothing(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Before it runs its program a child is a copy of this process, and no measure of anything.
    private long PeakOf(string process)
    {
        const string Peak = "VmHWM:";
        var lines = ReadOrNothing($"/proc/{process}/status").Split('\n');
        var line = lines.FirstOrDefault(line => line.StartsWith(Peak, StringComparison.Ordinal));
        return line is null || !lines[0].EndsWith(_program, StringComparison.Ordinal)
            ? 0
            : long.Parse(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static string ReadOrNothing(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return "";
        }
    }
}
