using System.Diagnostics;
using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Messaging;

/// <summary>A step consumes a message, updates its saga, moves the saga's timer and says the next message.</summary>
internal sealed class MessagingBenchmark(Servers servers)
{
    private const int Walks = 32;
    private const int StepsToWarmUp = 150;

    public async Task RunAsync(int steps)
    {
        await using var database = await ScratchDatabase.CreateAsync(servers);
        await using var broker = await ScratchVirtualHost.CreateAsync(servers);
        await using var host = await WalkHost.StartAsync(database, broker);
        var pgbench = new PgBench(database.ConnectionString);
        await pgbench.PrepareAsync();
        await host.WalkAsync(Walks, StepsToWarmUp, isPublished: true);
        await host.WalkAsync(Walks, StepsToWarmUp, isPublished: false);

        Report.Heading($"The next step is published ({Walks} sagas, {steps} steps each)");
        await MeasureAsync(host, steps, isPublished: true, pgbench);
        Report.Heading($"The next step is sent to the sagas' own queue ({Walks} sagas, {steps} steps each)");
        await MeasureAsync(host, steps, isPublished: false, pgbench);
        await host.StopAsync();

        Report.Heading("Bytes of rows of a parked saga");
        Report.Figure("saga", await RowBytes.OfAsync(database, "walks"), "0");
        Report.Figure("timer", await RowBytes.OfAsync(database, "outbox"), "0");
        await new DueTimers(database, host).MeasureAsync();
    }

    private async Task MeasureAsync(WalkHost host, int steps, bool isPublished, PgBench pgbench)
    {
        var yardstick = await pgbench.TransactionsPerSecondAsync();
        var all = (double)Walks * steps;
        var trips = host.RoundTrips;
        var (transactions, statements, roundTrips) = (trips.Transactions, trips.Statements, trips.Trips);
        var (own, cpu, watch) = (Environment.CpuUsage.TotalTime, new Cpu(servers), Stopwatch.StartNew());

        await host.WalkAsync(Walks, steps, isPublished);

        var rate = all / watch.Elapsed.TotalSeconds;
        Report.Figure("transactions a step", (trips.Transactions - transactions) / all);
        Report.Figure("statements a step", (trips.Statements - statements) / all);
        Report.Figure("round trips a step", (trips.Trips - roundTrips) / all);
        Report.Figure("steps a second", rate, "0");
        Report.Figure("pgbench -N -c 8, transactions a second", yardstick, "0");
        Report.Figure("steps a pgbench transaction", rate / yardstick, "0.000");
        Report.Figure("CPU ms a step, this process", (Environment.CpuUsage.TotalTime - own).TotalMilliseconds / all);
        Report.Figure("CPU ms a step, PostgreSQL", cpu.Postgres.TotalMilliseconds / all);
        Report.Figure("CPU ms a step, RabbitMQ", cpu.RabbitMq.TotalMilliseconds / all);
    }
}
