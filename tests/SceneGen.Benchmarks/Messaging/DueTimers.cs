using System.Diagnostics;
using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Messaging;

/// <summary>How long due timers take to be claimed while others are parked.</summary>
internal sealed class DueTimers(ScratchDatabase database, WalkHost host)
{
    private const int Due = 100;
    private const int Rounds = 15;
    private const int RoundsToWarmUp = 5;
    private static readonly int[] Parked = [1_000, 100_000, 1_000_000];

    public async Task MeasureAsync()
    {
        Report.Heading($"Claiming {Due} due timers, median of {Rounds}");
        foreach (var parked in Parked)
        {
            var present = await database.AskAsync<long>("SELECT count(*) FROM outbox");
            await CopyAsync("now() + interval '1 day' * (1 + random())", parked - present);
            await database.RunAsync("ANALYZE outbox");
            await database.RunAsync("CHECKPOINT");
            Report.Figure($"ms with {parked:N0} parked", await MedianAsync());
        }
    }

    private async Task<double> MedianAsync()
    {
        var times = new List<double>();
        while (times.Count < RoundsToWarmUp + Rounds)
        {
            await CopyAsync("now() - interval '1 second'", Due);
            var watch = Stopwatch.StartNew();
            var taken = await host.TakeDueAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            await database.RunAsync($"DELETE FROM outbox WHERE \"Id\" IN ({string.Join(',', taken.Select(row => row.Id))})");
        }

        return times.Skip(RoundsToWarmUp).Order().ElementAt(Rounds / 2);
    }

    /// <summary>More of a timer that is there, due then.</summary>
    private async Task CopyAsync(string due, long count)
    {
        const string Same = """
            SELECT string_agg(quote_ident(column_name), ',') FROM information_schema.columns
            WHERE table_name = 'outbox' AND column_name NOT IN ('Id', 'VisibleAt', 'DueAt', 'TokenId', 'MessageId')
            """;
        var columns = await database.AskAsync<string>(Same);
        await database.RunAsync($"""
            INSERT INTO outbox ("VisibleAt", "DueAt", "TokenId", "MessageId", {columns})
            SELECT at, at, gen_random_uuid(), gen_random_uuid(), {columns}
            FROM (SELECT *, {due} AS at FROM (SELECT * FROM outbox LIMIT 1) one, generate_series(1, {Math.Max(0, count)})) more
            """);
    }
}
