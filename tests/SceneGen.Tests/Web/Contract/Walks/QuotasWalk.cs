using SceneGen.Tests.Builders;
using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>Of everything too much: requests, scenes that run, and what they cost.</summary>
internal sealed class QuotasWalk(ApiWalk walk, ContractedService service)
{
    public async Task GoAsync()
    {
        await AskTooOftenAsync();
        await RefuseScenesAsync(ScantService.Running, "quota_running_scenes");
        await RefuseScenesAsync(ScantService.Costly, "quota_cost");
    }

    private async Task AskTooOftenAsync()
    {
        var counted = walk.Document.Operations.Where(one => one.Value["responses"]!["429"] is not null).Select(one => one.Key);
        foreach (var name in counted)
        {
            // A minute may end meanwhile, and its requests with it.
            var calls = 0;
            while (await walk.StatusAsync(name, ApiWalk.Shows(ScantService.Greedy)) != 429)
            {
                if (++calls > 2 * ScantService.RequestsPerMinute)
                {
                    walk.Fault($"{name} never answered 429");
                    break;
                }
            }
        }
    }

    private async Task RefuseScenesAsync(string key, string code)
    {
        var running = A.SceneIn("Submitting");
        (running.AskedBy, running.SessionId) = (ScantService.NameOfRunning, "somebody");
        var (waiting, failed) = (A.SceneIn("AwaitingTheme"), A.SceneIn("Failed"));
        (waiting.SessionId, failed.SessionId) = ($"{code}-1", $"{code}-2");
        await service.AddAsync(running, waiting, failed);
        var caller = ApiWalk.Shows(key);
        var avatarUrl = $"{walk.Address}/simulator/samples/fox.png";
        await walk.ProbeAsync("POST /api/scenes", 429, code, new { avatarUrl, theme = "neon-city", sessionId = $"{code}-3" }, caller);
        await walk.ProbeAsync(
            "POST /api/avatars", 429, code, new { avatarId = Guid.NewGuid(), sessionId = $"{code}-4", avatarUrl, theme = "neon-city" }, caller);
        await walk.ProbeAsync(
            "PUT /api/scenes/{id}/theme", 429, code, new { theme = "neon-city" }, caller, ("id", $"{waiting.CorrelationId}"));
        await walk.ProbeAsync("POST /api/scenes/{id}/retry", 429, code, null, caller, ("id", $"{failed.CorrelationId}"));
    }
}
