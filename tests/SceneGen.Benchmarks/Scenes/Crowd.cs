using System.Diagnostics;
using System.Net.Http.Json;
using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Scenes;

/// <summary>Users who all come at once.</summary>
internal sealed class Crowd(HttpClient http, Uri avatar, ScratchDatabase database)
{
    private const int Callers = 32;
    private const string Waiting = "\"CurrentState\" = 'AwaitingTheme'";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Returns when every scene of them is ready.</summary>
    public async Task MakeAsync(int count)
    {
        var before = await CountAsync("true");
        await PostAsync(count, "neon-city");
        await UntilAsync("\"CurrentState\" = 'Ready'", before + count);
    }

    /// <summary>Scenes that go on only when their user has chosen a theme.</summary>
    public async Task ParkAsync(int count)
    {
        await PostAsync(count, theme: null);
        await UntilAsync(Waiting, count);
    }

    private Task PostAsync(int count, string? theme)
        => Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (_, cancellationToken) =>
            {
                var body = new { avatarUrl = avatar, theme, avatar = new { kind = "animal", name = "Juniper" } };
                using var answer = await http.PostAsJsonAsync(
                    new Uri("/api/scenes", UriKind.Relative), body, cancellationToken);
                answer.EnsureSuccessStatusCode();
            });

    private async Task UntilAsync(string condition, long count)
    {
        for (var watch = Stopwatch.StartNew(); await CountAsync(condition) < count; await Task.Delay(100))
        {
            if (watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Of {count} scenes only {await CountAsync(condition)} got there.");
            }
        }
    }

    private Task<long> CountAsync(string condition) => database.AskAsync<long>($"SELECT count(*) FROM scenes WHERE {condition}");
}
