using System.Diagnostics;
using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Scenes;

/// <summary>Many scenes at once through the service, beside the simulator as its provider.</summary>
internal sealed class ScenesBenchmark(Servers servers, IReadOnlyList<string> settings)
{
    private const int ScenesToPark = 200;

    public async Task RunAsync(int count)
    {
        await using var database = await ScratchDatabase.CreateAsync(servers);
        await using var broker = await ScratchVirtualHost.CreateAsync(servers);
        var pgbench = new PgBench(database.ConnectionString);
        await pgbench.PrepareAsync();
        await using var simulator = await StartSimulatorAsync();
        await using var service = await StartServiceAsync(database, broker, simulator);
        var crowd = new Crowd(service.Http, broker, database, new Uri(simulator.Url, "/simulator/samples/fox.png"));

        // As many as are measured, for the first thousands of messages are spent on compiling.
        await crowd.MakeAsync(count);
        Report.Heading($"{count} scenes at once");
        Report.Figure("pgbench -N -c 8, transactions a second", await pgbench.TransactionsPerSecondAsync(), "0");
        await MeasureAsync(crowd, service, simulator, database, count);

        await crowd.ParkAsync(ScenesToPark);
        Report.Heading("Bytes of rows of a scene that waits for its theme");
        Report.Figure("scene", await RowBytes.OfAsync(database, "scenes", "\"CurrentState\" = 'AwaitingTheme'"), "0");
        Report.Figure("timer", await RowBytes.OfAsync(database, "outbox", "\"TokenId\" IS NOT NULL"), "0");
    }

    private async Task MeasureAsync(
        Crowd crowd, ProgramProcess service, ProgramProcess simulator, ScratchDatabase database, int count)
    {
        var commits = await database.CommitsAsync();
        var (own, tree, outside) = (service.Tree.OwnCpu, service.Tree.Cpu, simulator.Tree.Cpu);
        var (cpu, watch) = (new Cpu(servers), Stopwatch.StartNew());

        await crowd.MakeAsync(count);

        Report.Figure("scenes a second", count / watch.Elapsed.TotalSeconds);
        var serviceCpu = service.Tree.OwnCpu - own;
        Report.Figure("CPU ms a scene, service", serviceCpu.TotalMilliseconds / count);
        Report.Figure("CPU ms a scene, PostgreSQL", cpu.Postgres.TotalMilliseconds / count);
        Report.Figure("CPU ms a scene, RabbitMQ", cpu.RabbitMq.TotalMilliseconds / count);
        Report.Figure("CPU ms a scene, these three", (serviceCpu + cpu.Postgres + cpu.RabbitMq).TotalMilliseconds / count);
        Report.Figure("CPU ms a scene, vips", (service.Tree.Cpu - tree - serviceCpu).TotalMilliseconds / count);
        Report.Figure("CPU ms a scene, simulator", (simulator.Tree.Cpu - outside).TotalMilliseconds / count);
        Report.Figure("database transactions a scene", (await database.CommitsAsync() - commits) / (double)count);
    }

    private static Task<ProgramProcess> StartSimulatorAsync()
        => ProgramProcess.StartAsync(
            "SceneGen.Simulator.dll",
            ("Simulator__Painting", "plain"),
            ("Simulator__StartingTime", "0s"),
            ("Simulator__GenerationTime", "2s"));

    private Task<ProgramProcess> StartServiceAsync(
        ScratchDatabase database, ScratchVirtualHost broker, ProgramProcess simulator)
        => ProgramProcess.StartAsync(
            "SceneGen.dll",
            [
                ("ConnectionStrings__Database", database.ConnectionString),
                ("ConnectionStrings__Bus", broker.Address.ToString()),
                ("Replicate__BaseUrl", new Uri(simulator.Url, "/replicate/v1").ToString()),
                ("Replicate__ApiToken", "r8_simulator"),
                ("Replicate__CreatesPerMinute", "1000000"),
                ("Replicate__ReadsPerMinute", "1000000"),
                ("Replicate__OutputHosts__0", simulator.Url.Authority),
                ("Fetching__TrustedHosts__0", simulator.Url.Authority),
                .. settings.Select(one => one.Split('=', 2)).Select(parts => (parts[0], parts[1])),
            ]);
}
