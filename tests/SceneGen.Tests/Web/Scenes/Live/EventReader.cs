using System.Globalization;
using System.Text.Json;

namespace SceneGen.Tests.Web.Scenes.Live;

/// <summary>Reads a stream as a browser does.</summary>
internal sealed class EventReader(HttpResponseMessage answer) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private StreamReader? _lines;

    public HttpResponseMessage Answer => answer;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Null at the stream's end.</summary>
    public async Task<(int Id, JsonElement Data)?> NextAsync()
    {
        _lines ??= new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        var (id, isScene) = (0, false);
        while (await _lines.ReadLineAsync(Stop).AsTask().WaitAsync(Patience, Stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = int.Parse(line[4..], CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                isScene = line == "event: scene";
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                Assert.True(isScene);
                return (id, JsonSerializer.Deserialize<JsonElement>(line[6..]));
            }
        }

        return null;
    }

    public async Task<List<(int Id, string Status)>> RestAsync()
    {
        var all = new List<(int, string)>();
        while (await NextAsync() is { } told)
        {
            all.Add((told.Id, told.Data.GetProperty("status").GetString()!));
        }

        return all;
    }

    public void Dispose()
    {
        _lines?.Dispose();
        answer.Dispose();
    }
}
