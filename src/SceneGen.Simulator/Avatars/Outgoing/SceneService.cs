using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars.Outgoing;

/// <summary>The scene service's routes for an upstream without a broker.</summary>
internal sealed class SceneService(HttpClient http) : IAnnouncer
{
    public Task AnnounceAsync(string service, AvatarGenerated avatar, CancellationToken cancellationToken)
    {
        return PostAsync($"{service}/api/avatars", avatar, cancellationToken);
    }

    public Task AnswerAsync(
        string service, AvatarRollbackRequested request, RollbackOutcome outcome, CancellationToken cancellationToken)
    {
        var reason = outcome is RollbackOutcome.Refused ? FakeAvatarService.Refusal : null;
        return PostAsync(
            $"{service}/api/avatars/{request.AvatarId}/rollback",
            new { request.SceneId, Outcome = outcome, Reason = reason },
            cancellationToken);
    }

    private async Task PostAsync<T>(string url, T body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(url, body, SimulatorJson.Options, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
