using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SceneGen.Observability.Telemetry;
using SceneGen.Observability.Tracing;

namespace SceneGen.Assets.Images;

public sealed partial class VipsCommand(TimeProvider time) : IDisposable
{
    public const string NotFound = "vips was not found: install the Debian package libvips-tools"
        + " (apt-get install libvips-tools) and start again.";

    // 1.5 GiB of address space: the largest picture allowed needs under 0.7 GiB. A picture that is too much work uses up
    // its processor time and dies of the soft limit's signal; the clock's limit is met by a starved machine alone.
    private const string Limited =
        "ulimit -v 1572864 && ulimit -S -t 20 && ulimit -H -t 25 && exec \"$@\" </dev/null >/dev/null";
    private const int KeptErrorLength = 8192;
    private const int KilledExitCode = 128 + 9;
    private const int OutOfProcessorTimeExitCode = 128 + 24;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(5);

    // A child keeps a processor busy: more of them at once would only run into the time limit together.
    private readonly SemaphoreSlim _children = new(Environment.ProcessorCount);

    internal string Program { get; init; } = "vips";

    /// <summary>On what came from outside: the loaders that libvips itself does not trust with that are off.</summary>
    public Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(arguments, blocksLoaders: true, cancellationToken);

    /// <summary>On pixels of our own making, whose loader is one of those.</summary>
    public Task RunOnPixelsAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(arguments, blocksLoaders: false, cancellationToken);

    public void Dispose() => _children.Dispose();

    private async Task RunAsync(IEnumerable<string> arguments, bool blocksLoaders, CancellationToken cancellationToken)
    {
        await _children.WaitAsync(cancellationToken);
        try
        {
            using var span = Spans.Start(TelemetryNames.VipsSpan);
            using var process = Start(arguments, blocksLoaders);
            var errors = await FinishAsync(process, cancellationToken);
            if (process.ExitCode != 0)
            {
                throw FailureOf(process.ExitCode, errors);
            }
        }
        finally
        {
            _children.Release();
        }
    }

    private Process Start(IEnumerable<string> arguments, bool blocksLoaders)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Limited, "sh", Program, .. arguments])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["TMPDIR"] = Path.GetTempPath();
        if (blocksLoaders)
        {
            start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        }

        // No modules (PDF, ImageMagick, OpenSlide and the like): none is needed, and loading them is half of a start.
        start.Environment["VIPSHOME"] = "/dev/null";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        return Process.Start(start)!;
    }

    private async Task<string> FinishAsync(Process process, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var errors = ReadErrorsAsync(process.StandardError, either.Token);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return await errors.WaitAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PictureToolException(
                $"vips took longer than {TimeLimit.TotalSeconds} s and was ended.", exception);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(KillLimit, time, CancellationToken.None);
        }
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        using var closing = reader;
        var kept = new StringBuilder();
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            // The end is kept, for vips says why it failed last, after any number of warnings.
            kept.Append(buffer, 0, count);
            kept.Remove(0, Math.Max(0, kept.Length - KeptErrorLength));
        }

        return kept.ToString();
    }

    private static Exception FailureOf(int exitCode, string errors)
    {
        if (exitCode is 126 or 127)
        {
            return new InvalidOperationException(NotFound);
        }

        if (exitCode is KilledExitCode)
        {
            return new PictureToolException("vips was killed, as by a machine that is out of memory.");
        }

        if (exitCode is OutOfProcessorTimeExitCode)
        {
            return new ImageException("The picture takes more work than a picture may.");
        }

        var reason = errors.Split('\n').Reverse()
            .TakeWhile(line => !line.Contains("-WARNING **", StringComparison.Ordinal))
            .LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? $"it ended with exit code {exitCode}";
        var sentence = $"vips could not make the picture: {PathPattern().Replace(reason, "the file")}.";
        return WriteFailurePattern().IsMatch(errors) ? new IOException(sentence) : new ImageException(sentence);
    }

    [GeneratedRegex("\"[^\"]*/[^\"]*\"|/.*/[^\\s:]*|/[^\\s:]+", RegexOptions.None, 1000)]
    private static partial Regex PathPattern();

    // A full or missing disk is nobody's bad picture.
    [GeneratedRegex("No space left on device|open for write|write error|write failed", RegexOptions.None, 1000)]
    private static partial Regex WriteFailurePattern();
}
