using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace SceneGen.Benchmarks.Machine;

/// <summary>The yardstick: transactions a second of PostgreSQL's own benchmark on the same server, <c>pgbench -N -c 8</c>.</summary>
internal sealed partial class PgBench(string connectionString)
{
    private readonly NpgsqlConnectionStringBuilder _server = new(connectionString);

    public async Task PrepareAsync() => await RunAsync("-i", "-q", "-s", "5");

    public async Task<double> TransactionsPerSecondAsync()
    {
        var output = await RunAsync("-N", "-c", "8", "-j", "2", "-T", "5");
        return double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private async Task<string> RunAsync(params string[] options)
    {
        string[] address = ["-h", _server.Host!, "-p", $"{_server.Port}", "-U", _server.Username!, _server.Database!];
        var start = new ProcessStartInfo("pgbench", [.. options, .. address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"pgbench failed: {await errors}");
    }

    [GeneratedRegex(@"tps = (?<rate>[0-9.]+) \(without", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
