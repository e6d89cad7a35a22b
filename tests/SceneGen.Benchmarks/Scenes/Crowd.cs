using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using SceneGen.Benchmarks.Machine;

namespace SceneGen.Benchmarks.Scenes;

/// <summary>Users who all come at once.</summary>
internal sealed class Crowd(HttpClient http, ScratchVirtualHost broker, ScratchDatabase database, Uri avatar)
{
    private const string Waiting = "\"CurrentState\" = 'AwaitingTheme'";
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 32 };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Returns when every scene of them is ready.</summary>
    public async Task MakeAsync(int count)
    {
        var before = await CountAsync("true");
        await Parallel.ForEachAsync(Enumerable.Range(0, count), AtOnce, async (_, cancellationToken) =>
        {
            var body = new { avatarUrl = avatar, theme = "neon-city", avatar = new { kind = "animal", name = "Juniper" } };
            using var answer = await http.PostAsJsonAsync(new Uri("/api/scenes", UriKind.Relative), body, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
        await UntilAsync("\"CurrentState\" = 'Ready'", before + count);
    }

    /// <summary>Scenes that go on only when their user has chosen a theme.</summary>
    public async Task ParkAsync(int count)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, count), AtOnce, async (_, cancellationToken) =>
        {
            var message = new
            {
                avatarId = Guid.NewGuid(),
                sessionId = $"{Guid.NewGuid():N}",
                avatarUrl = avatar,
                avatar = new { kind = "animal", name = "Juniper" },
            };
            await broker.PublishAsync("SceneGen.Contracts:AvatarGenerated", JsonSerializer.Serialize(message), cancellationToken);
        });
        await UntilAsync(Waiting, count);
    }

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
