using System.Diagnostics;
using System.Globalization;

namespace SceneGen.FunctionalTests.Faults;

/// <summary>Every few seconds an instance that works is killed, and started again at once.</summary>
internal sealed class RandomKills(Installation run, int seed)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

#pragma warning disable CA5394 // The same seed chooses the same moments; nothing here is secret.
    private readonly Random _random = new(seed);

    private readonly List<string> _kills = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TimeSpan Elapsed => _clock.Elapsed;

    public async Task KillAsync(int times, double fewestSeconds, double mostSeconds)
    {
        while (_kills.Count < times)
        {
            var pause = fewestSeconds + ((mostSeconds - fewestSeconds) * _random.NextDouble());
            await Task.Delay(TimeSpan.FromSeconds(pause), Stop);
            var ready = await ReadyInstancesAsync();
            if (ready.Count > 0)
            {
                var victim = ready[_random.Next(ready.Count)];
                _kills.Add(string.Create(CultureInfo.InvariantCulture, $"{victim.Name} at {_clock.Elapsed.TotalSeconds:F1} s"));
                await victim.KillAsync();
                victim.Begin();
            }
        }

        await Task.WhenAll(run.Instances.Select(instance => instance.BecomesReadyAsync()));
    }
#pragma warning restore CA5394

    public override string ToString() => $"Seed {seed}; {_kills.Count} kills: {string.Join(", ", _kills)}.";

    private async Task<List<SceneGenProcess>> ReadyInstancesAsync()
    {
        var ready = new List<SceneGenProcess>();
        foreach (var instance in run.Instances)
        {
            if (await instance.IsReadyAsync(Stop))
            {
                ready.Add(instance);
            }
        }

        return ready;
    }
}
