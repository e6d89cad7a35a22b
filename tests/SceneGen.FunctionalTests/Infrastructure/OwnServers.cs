using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>Servers of a fixture's own, to be stopped, frozen and started again without disturbing anybody.</summary>
public sealed partial class OwnServers : IAsyncDisposable
{
    // Their own users have to get through to the folders below.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenegen-servers-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<Servers> StartAsync()
    {
        await RunAsync("chmod", "711", _folder.FullName);
        var words = await ServicesAsync(Stop, "up");
        var variables = Line().Matches(words).ToDictionary(line => line.Groups["name"].Value, line => line.Groups["value"].Value);
        return Servers.Read(name => variables.GetValueOrDefault(name));
    }

    /// <summary>The broker is stopped for at least so long, and back when this returns.</summary>
    public Task WithoutBrokerAsync(TimeSpan time, Func<Task> meanwhile)
        => WithoutAsync("rabbitmq", () => ServicesAsync(Stop, "down", "rabbitmq"), time, meanwhile);

    /// <summary>PostgreSQL breaks off, is away for at least so long, and back when this returns.</summary>
    public Task WithoutPostgresAsync(TimeSpan time, Func<Task> meanwhile)
        => WithoutAsync("postgres", CrashPostgresAsync, time, meanwhile);

    private async Task WithoutAsync(string name, Func<Task> stop, TimeSpan time, Func<Task> meanwhile)
    {
        await stop();
        try
        {
            await Task.WhenAll(meanwhile(), Task.Delay(time, Stop));
        }
        finally
        {
            await ServicesAsync(CancellationToken.None, "up", name);
        }
    }

    /// <summary>As <c>pg_ctl stop -m immediate</c> does: nothing is finished, the next start recovers from the log.</summary>
    private async Task CrashPostgresAsync()
    {
        var id = int.Parse(File.ReadLines(Path.Combine(_folder.FullName, "postgres/data/postmaster.pid")).First());
        using var server = Process.GetProcessById(id);
        await RunAsync("kill", "-QUIT", $"{id}");
        await server.WaitForExitAsync(Stop);
    }

    /// <summary>Connections stay open, and nobody answers on them.</summary>
    public Task FreezeBrokerAsync() => RunAsync("kill", "-STOP", BrokerId());

    public Task ThawBrokerAsync() => RunAsync("kill", "-CONT", BrokerId());

    public async ValueTask DisposeAsync()
    {
        await ServicesAsync(CancellationToken.None, "down");
        _folder.Delete(recursive: true);
    }

    private string BrokerId() => File.ReadAllText(Path.Combine(_folder.FullName, "rabbitmq/node.pid")).Trim();

    private static async Task RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(0, process.ExitCode);
    }

    private async Task<string> ServicesAsync(CancellationToken cancellationToken, params string[] words)
    {
        var start = new ProcessStartInfo("bash", [Repository.PathOf("compose/services.sh"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["SCENEGEN_SERVICES"] = _folder.FullName;
        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_PORT", StringComparison.Ordinal)).ToList())
        {
            // Those are the common servers'.
            start.Environment.Remove(name);
        }

        using var script = Process.Start(start)!;
        var output = await script.StandardOutput.ReadToEndAsync(cancellationToken);
        await script.WaitForExitAsync(cancellationToken);
        Assert.True(script.ExitCode == 0, $"compose/services.sh {string.Join(' ', words)} has failed: {output}");
        return output;
    }

    [GeneratedRegex("^export (?<name>[A-Z_]+)='(?<value>.*)'$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
