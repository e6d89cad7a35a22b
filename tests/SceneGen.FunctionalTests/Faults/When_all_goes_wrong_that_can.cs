using System.Net.Http.Json;
using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

/// <summary>The fault drill: every line of the table at once, on two instances.</summary>
[Collection(TwoInstances.Shared)]
public sealed class When_all_goes_wrong_that_can(TwoInstances run, ITestOutputHelper output)
{
    private readonly Dictionary<Guid, FaultRow> _scenes = [];
    private readonly List<string> _wrong = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task each_scene_ends_as_the_table_says_in_words_that_people_read()
    {
        await run.StartAllAsync();
        await MeetRefusalsAsync();
        await MeetClosedGatesAsync();
        foreach (var row in FaultTable.Rows)
        {
            await BeginAsync(row);
        }

        await Task.WhenAll(_scenes.Where(scene => scene.Value.NeedsDeadline).Select(scene => PassDeadlineAsync(scene.Key)));
        await EndAsync();

        // Once more, in another theme: so the avatar is what is flagged.
        await BeginAsync(new FaultRow("fail-e005", "rolledBack", "avatar_flagged") { Sample = "wizard", Theme = "race-track" });
        await EndAsync();
        await JudgeAsync();

        output.WriteLine(await InvariantCheck.HoldsAsync(run, _scenes.Keys));
        Assert.True(_wrong.Count == 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task MeetClosedGatesAsync()
    {
        foreach (var (answer, reason) in FaultTable.Gates)
        {
            await run.World.SwitchOnAsync("create", answer, probability: 1);
            var scene = await BeginAsync(new FaultRow($"waits for {answer}", "ready"));
            var gate = await Eventually.IsFoundAsync(() => ClosedGateAsync(reason), $"a gate is closed: {reason}");
            await run.World.SwitchFaultsOffAsync();
            Assert.Equal("submitting", (await run.Scenes.GetAsync($"/api/scenes/{scene}")).Body.GetProperty("status").GetString());
            Assert.True((await run.Scenes.PostAsync($"/api/ops/gates/{gate}/open", new { reason = "it is over" })).Status < 300);
        }
    }

    private async Task MeetRefusalsAsync()
    {
        foreach (var (answer, row) in FaultTable.Refusals)
        {
            await run.World.SwitchOnAsync("create", answer, probability: 1);
            await run.Scenes.EndAsync(await BeginAsync(row));
            await run.World.SwitchFaultsOffAsync();
        }
    }

    private async Task<string?> ClosedGateAsync(string reason)
        => (await run.Scenes.GetAsync("/api/ops/gates")).Body.EnumerateArray()
            .Where(gate => gate.TryGetProperty("reason", out var why) && why.GetString() == reason)
            .Select(gate => gate.GetProperty("name").GetString())
            .FirstOrDefault();

    /// <summary>Of both instances by turns.</summary>
    private async Task<Guid> BeginAsync(FaultRow row)
    {
        var scene = Guid.NewGuid();
        using var answer = await run.Instances[_scenes.Count % 2].Http.PostAsJsonAsync(
            "/api/scenes",
            new
            {
                sceneId = scene,
                avatarUrl = run.Outside.Url + (row.AvatarPath ?? $"/simulator/samples/{row.Sample}.png"),
                theme = row.Theme,
                avatar = new { kind = "animal", name = row.What },
            },
            Stop);
        answer.EnsureSuccessStatusCode();
        _scenes[scene] = row;
        return scene;
    }

    private async Task PassDeadlineAsync(Guid scene)
    {
        await run.Scenes.ReachAsync(scene, "generating");
        await run.Database.ExecuteAsync(
            $"""
            UPDATE outbox SET "VisibleAt" = now(), "DueAt" = now()
            WHERE "MessageTypes" LIKE '%SceneDeadlineReached%' AND "Body" LIKE '%{scene}%'
            """);
    }

    private Task<JsonElement[]> EndAsync() => Task.WhenAll(_scenes.Keys.Select(run.Scenes.EndAsync));

    private async Task JudgeAsync()
    {
        foreach (var (scene, row) in _scenes)
        {
            var ended = await run.Scenes.EndAsync(scene);
            var (english, german) = (await FailureAsync(scene, "en"), await FailureAsync(scene, "de"));
            var found = (ended.GetProperty("status").GetString(), Text(english, "code"), RolledBack(english));
            var (titleInEnglish, titleInGerman) = row.Code is { } code ? FaultTable.Titles[code] : default;
            Expect(row, (row.Status, row.Code, row.Status == "rolledBack"), found);
            Expect(row, (titleInEnglish, titleInGerman), (Text(english, "title"), Text(german, "title")));
            Expect(row, row.Code is null, Text(english, "next") == Text(german, "next"));
        }
    }

    private void Expect<T>(FaultRow row, T expected, T found)
    {
        if (!Equals(expected, found))
        {
            _wrong.Add($"{row.What}: {expected} was expected, and it is {found}.");
        }
    }

    private async Task<JsonElement?> FailureAsync(Guid scene, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/scenes/{scene}");
        request.Headers.Add("Accept-Language", language);
        using var answer = await run.Instances[1].Http.SendAsync(request, Stop);
        var failure = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("failure");
        return failure.ValueKind is JsonValueKind.Object ? failure : null;
    }

    private static string? Text(JsonElement? failure, string name) => failure?.GetProperty(name).GetString();

    private static bool RolledBack(JsonElement? failure) => failure?.GetProperty("avatarRolledBack").GetBoolean() ?? false;
}
