using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SceneGen.Benchmarks.Machine;
using SceneGen.Benchmarks.Scenes;

namespace SceneGen.Benchmarks.Watching;

/// <summary>Many who watch the scenes of one instance, all of which are made at once.</summary>
internal sealed class WatchersBenchmark(Servers servers)
{
    private const int Scenes = 200;
    private const string Reads = "scenegen_watch_delay_seconds_count";
    private const string Memory = "dotnet_process_working_set_bytes";
    private const string Heap = "dotnet_gc_heap_bytes";
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 32 };

    public async Task RunAsync(int count)
    {
        await using var database = await ScratchDatabase.CreateAsync(servers);
        await using var simulator = await ProgramProcess.StartAsync(
            "SceneGen.Simulator.dll", ("Simulator__Painting", "plain"), ("Simulator__GenerationTime", "2s"));
        await using var service = await StartServiceAsync(database, simulator);
        var scenes = await ParkAsync(service.Http, new Uri(simulator.Url, "/simulator/samples/fox.png"));
        var idle = await ReadMetricsAsync(service.Http);

        var watchers = new EventStream[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), AtOnce, async (watcher, _) =>
            watchers[watcher] = await EventStream.OpenAsync(service.Http, scenes[watcher % Scenes]));
        var watched = await ReadMetricsAsync(service.Http);

        var reading = Task.WhenAll(watchers.Select(watcher => watcher.ReadToEndAsync()));
        await Parallel.ForEachAsync(scenes, AtOnce, async (scene, stop) =>
        {
            var path = new Uri($"/api/scenes/{scene}/theme", UriKind.Relative);
            using var answer = await service.Http.PutAsJsonAsync(path, new { theme = "neon-city" }, stop);
            answer.EnsureSuccessStatusCode();
        });
        await reading;
        var ended = await ReadMetricsAsync(service.Http);

        Report.Heading($"{count} watch {Scenes} scenes on one instance");
        Report.Figure("resident bytes a watcher", (watched[Memory] - idle[Memory]) / count, "0");
        Report.Figure("managed bytes in use a watcher", (watched[Heap] - idle[Heap]) / count, "0");
        ReportEvents(watchers, ended[Reads] - watched[Reads]);
        Array.ForEach(watchers, watcher => watcher.Dispose());
    }

    private static void ReportEvents(EventStream[] watchers, double reads)
    {
        TimeSpan[] delays = [.. watchers.SelectMany(watcher => watcher.Seen).Select(seen => seen.Delay).Order()];
        var changes = watchers.Take(Scenes).Sum(watcher => watcher.Seen.Count);
        var repeated = watchers.Sum(watcher => watcher.Seen.Count - watcher.Seen.DistinctBy(seen => seen.Sequence).Count());
        var missed = watchers.Select((watcher, index) => watchers[index % Scenes].Seen.Count - watcher.Seen.Count).Sum();
        Report.Figure("events", delays.Length, "0");
        Report.Figure("events repeated or missed", repeated + missed, "0");
        Report.Figure("ms from the change to the watcher, p50", delays[delays.Length / 2].TotalMilliseconds);
        Report.Figure("ms from the change to the watcher, p99", delays[delays.Length * 99 / 100].TotalMilliseconds);
        Report.Figure("database reads a change", reads / changes);
    }

    private static async Task<string[]> ParkAsync(HttpClient http, Uri avatar)
    {
        var scenes = new string[Scenes];
        await Parallel.ForEachAsync(Enumerable.Range(0, Scenes), AtOnce, async (number, stop) =>
        {
            var body = new { avatarId = Guid.NewGuid(), sessionId = $"{Guid.NewGuid():N}", avatarUrl = avatar };
            using var answer = await http.PostAsJsonAsync(new Uri("/api/avatars", UriKind.Relative), body, stop);
            scenes[number] = (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("sceneId").GetString()!;
        });
        return scenes;
    }

    private static async Task<Dictionary<string, double>> ReadMetricsAsync(HttpClient http)
    {
        var text = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return new[] { Reads, Memory, Heap }.ToDictionary(name => name, name => text.Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)));
    }

    private static Task<ProgramProcess> StartServiceAsync(ScratchDatabase database, ProgramProcess simulator)
        => ProgramProcess.StartAsync(
            "SceneGen.dll",
            ("ConnectionStrings__Database", database.ConnectionString),
            ("Replicate__BaseUrl", new Uri(simulator.Url, "/replicate/v1").ToString()),
            ("Replicate__ApiToken", "r8_simulator"),
            ("Replicate__OutputHosts__0", simulator.Url.Authority),
            ("Fetching__TrustedHosts__0", simulator.Url.Authority),
            ("Images__Processing", "passthrough"));
}
