using System.Net.Http.Json;
using System.Text.Json;

namespace SceneGen.Tests.Running.Drivers;

/// <summary>Looks into the books of the simulated world.</summary>
public sealed class WorldClient(HttpClient http)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The predictions whose prompt holds these words.</summary>
    public async Task<IReadOnlyList<JsonElement>> PredictionsAsync(string words)
        => [.. (await PredictionsAsync())
            .Where(one => one.GetProperty("prompt").GetString()!.Contains(words, StringComparison.Ordinal))];

    public Task<IReadOnlyList<JsonElement>> PredictionsAsync() => ListAsync("/simulator/predictions");

    public Task<IReadOnlyList<JsonElement>> AvatarsAsync() => ListAsync("/simulator/avatars");

    /// <summary>How often the provider was called, by kind of call.</summary>
    public async Task<int> CountAsync(string call)
        => (await http.GetFromJsonAsync<JsonElement>("/simulator/counts", Stop)).GetProperty(call).GetInt32();

    /// <summary>What the provider does wrong from now on: at one kind of call, with a probability.</summary>
    public async Task SwitchOnAsync(string endpoint, string fault, double probability, string delay = "1s")
    {
        using var answer = await http.PostAsJsonAsync(
            "/simulator/faults", new { endpoint, fault, probability, seed = 7, delay }, Stop);
        answer.EnsureSuccessStatusCode();
    }

    public Task SwitchFaultsOffAsync() => http.DeleteAsync("/simulator/faults", Stop);

    /// <summary>What the provider's books come to.</summary>
    public Task<JsonElement> LedgerAsync() => http.GetFromJsonAsync<JsonElement>("/simulator/ledger/summary", Stop);

    public Task<JsonElement> AvatarAsync(Guid avatar)
        => http.GetFromJsonAsync<JsonElement>($"/simulator/avatars/{avatar}", Stop);

    /// <summary>Has the avatar service make an avatar and announce it on the bus.</summary>
    public async Task<Guid> MakeAvatarAsync(string session, string name, string? theme = null)
    {
        using var answer = await http.PostAsJsonAsync(
            "/simulator/avatars", new { sample = "fox", sessionId = session, name, theme }, Stop);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("avatarId").GetGuid();
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
        => [.. (await http.GetFromJsonAsync<JsonElement>(path, Stop)).EnumerateArray()];
}
