using System.Text.Json;

namespace SceneGen.Benchmarks.Watching;

/// <summary>One who watches a scene, and notes how late each event came.</summary>
internal sealed class EventStream(HttpResponseMessage answer, StreamReader lines) : IDisposable
{
    private const string Data = "data: ";

    public List<(int Sequence, TimeSpan Delay)> Seen { get; } = [];

    /// <summary>Returns with the scene's present state.</summary>
    public static async Task<EventStream> OpenAsync(HttpClient http, string scene)
    {
        var answer = await http.GetAsync(
            new Uri($"/api/scenes/{scene}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        var stream = new EventStream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        await stream.ReadAsync();
        stream.Seen.Clear();
        return stream;
    }

    public async Task ReadToEndAsync()
    {
        while (await ReadAsync())
        {
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Data, StringComparison.Ordinal))
            {
                var now = DateTimeOffset.UtcNow;
                var told = JsonSerializer.Deserialize<JsonElement>(line[Data.Length..]);
                Seen.Add((told.GetProperty("sequence").GetInt32(), now - told.GetProperty("at").GetDateTimeOffset()));
                return true;
            }
        }

        return false;
    }
}
