using System.Diagnostics;
using Npgsql;

namespace SceneGen.Benchmarks.Machine;

/// <summary>PostgreSQL and RabbitMQ: those the environment names, or some of this run's own.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private const string Script = "compose/services.sh";
    private readonly string? _folder;

    private Servers(IReadOnlyDictionary<string, string> names, string? folder)
    {
        _folder = folder;
        ConnectionString = names["SCENEGEN_POSTGRES"];
        Broker = new Uri(names["SCENEGEN_RABBITMQ"]);
        BrokerManagement = new Uri(names["SCENEGEN_RABBITMQ_MANAGEMENT"]);
        Postgres = ProcessTree.ListeningOn(new NpgsqlConnectionStringBuilder(ConnectionString).Port);
        RabbitMq = ProcessTree.ListeningOn(Broker.Port);
    }

    public string ConnectionString { get; }

    public Uri Broker { get; }

    public Uri BrokerManagement { get; }

    public ProcessTree Postgres { get; }

    public ProcessTree RabbitMq { get; }

    public static async Task<Servers> FindAsync()
    {
        string[] names = ["SCENEGEN_POSTGRES", "SCENEGEN_RABBITMQ", "SCENEGEN_RABBITMQ_MANAGEMENT"];
        var given = names.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        if (given.Values.All(value => value is not null))
        {
            return new Servers(given!, folder: null);
        }

        // Not a private folder: the servers' own users have to get into theirs below it.
        var folder = Path.Combine(Path.GetTempPath(), $"scenegen-benchmarks-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        await RunScriptAsync(folder, "up");
        return new Servers(Exports(await RunScriptAsync(folder, "env")), folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await RunScriptAsync(_folder, "down");
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static Dictionary<string, string> Exports(string text)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("export ", "", StringComparison.Ordinal).Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim('\''), StringComparer.Ordinal);

    private static async Task<string> RunScriptAsync(string folder, string command)
    {
        var start = new ProcessStartInfo("bash", [Script, command]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SCENEGEN_SERVICES"] = folder;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"'bash {Script} {command}' failed; run this from the repository's root.");
    }
}
