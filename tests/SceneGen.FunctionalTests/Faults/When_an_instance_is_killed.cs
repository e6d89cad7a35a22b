using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

/// <summary>Each time at one certain point; the other instance goes on, and nobody restarts anything by hand.</summary>
[Collection(TwoInstances.Shared)]
public sealed class When_an_instance_is_killed(TwoInstances run) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await run.StartAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task before_the_commit_the_message_is_handled_by_the_other()
    {
        await using var roadblock = await Roadblock.BeforeAsync(
            run.Database, "INSERT", "timeline", """NEW."State" = 'Generating'""");
        var scene = await CreateAsync("before the commit");

        var killed = await KillWhoWaitsAsync(roadblock, roadblock.BreakOffAsync);

        await EndsReadyAsync(scene, killed);
    }

    [Fact]
    public async Task after_the_commit_what_it_had_to_send_is_sent_by_the_other()
    {
        await using var roadblock = await Roadblock.InCommitOfAsync(run.Database, "INSERT", "scenes");
        var scene = Guid.NewGuid();
        var asked = AskAsync(scene, "after the commit");

        var killed = await KillWhoWaitsAsync(roadblock, roadblock.LiftAsync);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => asked);
        await EndsReadyAsync(scene, killed);
    }

    [Fact]
    public async Task between_sending_and_removing_the_row_the_second_copy_changes_nothing()
    {
        await using var roadblock = await Roadblock.BeforeAsync(
            run.Database, "DELETE", "outbox", """OLD."Destination" LIKE '%generate-scene%'""");
        var scene = await CreateAsync("sent twice");

        var killed = await KillWhoWaitsAsync(roadblock, roadblock.BreakOffAsync);

        await EndsReadyAsync(scene, killed);
    }

    [Fact]
    public async Task after_the_provider_accepted_the_same_prediction_is_taken_over()
    {
        await using var roadblock = await Roadblock.BeforeAsync(
            run.Database, "UPDATE", "generation_intents", """NEW."PredictionId" IS NOT NULL AND OLD."PredictionId" IS NULL""");
        var scene = await CreateAsync("accepted by the provider");
        await Eventually.IsTrueAsync(
            async () => (await run.World.PredictionsAsync("accepted by the provider")).Count == 1, "the provider has accepted");

        var killed = await KillWhoWaitsAsync(roadblock, roadblock.BreakOffAsync);

        await EndsReadyAsync(scene, killed);
        Assert.Single(await run.World.PredictionsAsync("accepted by the provider"));
    }

    [Fact]
    public async Task and_the_other_too_until_the_scenes_time_is_over_the_painted_picture_is_kept()
    {
        await using var roadblock = await Roadblock.BeforeAsync(
            run.Database, "INSERT", "outbox", """NEW."MessageTypes" LIKE '%GenerationSucceeded%'""");
        var scene = await CreateAsync("painted in time");
        await roadblock.WhoWaitsAsync();

        await Task.WhenAll(run.Instances.Select(instance => instance.KillAsync()));
        await roadblock.BreakOffAsync();
        await run.Database.EndLeasesAsync();
        Assert.Equal(1, await SetDueAsync(scene, "CheckGeneration", "1 hour"));
        Assert.Equal(1, await SetDueAsync(scene, "SceneDeadlineReached", "0"));
        await run.StartAllAsync();

        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
        await SetDueAsync(scene, "CheckGeneration", "0");
        await InvariantCheck.HoldsAsync(run, [scene]);
    }

    [Fact]
    public async Task when_the_picture_is_kept_it_is_kept_once()
    {
        await using var roadblock = await Roadblock.InCommitOfAsync(
            run.Database, "INSERT", "outbox", """NEW."MessageTypes" LIKE '%SceneStored%'""");
        var scene = await CreateAsync("kept");

        var killed = await KillWhoWaitsAsync(roadblock, roadblock.LiftAsync);

        await EndsReadyAsync(scene, killed);
    }

    [Fact]
    public async Task while_it_rolls_back_the_avatar_is_rolled_back_once()
    {
        await using var roadblock = await Roadblock.InCommitOfAsync(
            run.Database, "INSERT", "outbox", """NEW."MessageTypes" LIKE '%AvatarRollbackRequested%'""");
        var scene = await CreateAsync("fail-avatar killed");

        var killed = await KillWhoWaitsAsync(roadblock, roadblock.LiftAsync);

        await EndsAsync(scene, killed, "rolledBack");
    }

    private Task<int> SetDueAsync(Guid scene, string timer, string wait)
        => run.Database.ExecuteAsync(
            $"""
            UPDATE outbox SET "VisibleAt" = now() + interval '{wait}', "DueAt" = now() + interval '{wait}'
            WHERE "MessageTypes" LIKE '%{timer}%' AND "Body" LIKE '%{scene}%'
            """);

    private async Task<SceneGenProcess> KillWhoWaitsAsync(Roadblock roadblock, Func<Task> then)
    {
        var killed = run.Named(await roadblock.WhoWaitsAsync());
        await killed.KillAsync();
        await then();
        return killed;
    }

    private Task EndsReadyAsync(Guid scene, SceneGenProcess killed) => EndsAsync(scene, killed, "ready");

    private async Task EndsAsync(Guid scene, SceneGenProcess killed, string status)
    {
        await run.Database.EndLeasesAsync();
        var other = new SceneClient(run.Instances.Single(instance => instance != killed).Http);
        Assert.Equal(status, (await other.EndAsync(scene)).GetProperty("status").GetString());
        await killed.StartAsync();
        await InvariantCheck.HoldsAsync(run, [scene]);
    }

    private async Task<Guid> CreateAsync(string name)
    {
        var scene = Guid.NewGuid();
        Assert.Equal(202, (await AskAsync(scene, name)).Status);
        return scene;
    }

    private Task<Answer> AskAsync(Guid scene, string name)
        => run.Scenes.PostAsync(
            "/api/scenes",
            new { sceneId = scene, avatarUrl = run.Avatar, theme = "neon-city", avatar = new { kind = "animal", name } });
}
