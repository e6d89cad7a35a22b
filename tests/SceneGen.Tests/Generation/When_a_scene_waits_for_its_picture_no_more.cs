using Microsoft.Extensions.Logging;
using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Scenes;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Generation.Traffic;

namespace SceneGen.Tests.Generation;

public abstract class When_a_scene_waits_for_its_picture_no_more
{
    [Theory]
    [InlineData("Canceled")]
    [InlineData("RollingBack")]
    [InlineData("Failed")]
    [InlineData("Generating")]
    [InlineData("Ready")]
    public async Task a_command_that_comes_late_buys_nothing(string state)
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        await ExpectUnwantedAsync(fleet, A.SceneIn(state));

        Assert.Contains(fleet.Log.Entries, entry => entry.Level == LogLevel.Information
            && entry.Text.Contains("waits for attempt 1 of run 1 no more", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task nor_does_one_for_another_attempt_or_run_than_it_is_at(int run, int attempt)
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        var scene = A.SceneIn("Submitting");
        (scene.Run, scene.Attempt) = (run, attempt);

        await ExpectUnwantedAsync(fleet, scene);
    }

    [Fact]
    public async Task nor_does_one_for_a_deleted_scene()
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        var scene = A.SceneIn("Submitting");
        scene.ErasedAt = fleet.Time.GetUtcNow();

        await ExpectUnwantedAsync(fleet, scene);
    }

    [Fact]
    public async Task a_picture_that_was_surely_not_begun_is_not_asked_for_again()
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        var scene = A.SceneIn("Submitting");
        await fleet[0].AddSceneAsync(scene);
        var order = A.Command(scene.CorrelationId);
        fleet.Provider.WillAnswer(502, "");
        await fleet[0].BuyAsItIsAsync(order);
        await FindNothingAsync(fleet, order);
        await fleet[0].CancelAsync(scene.CorrelationId);

        var purchase = await FindNothingAsync(fleet, order);

        Assert.IsType<Purchase.Unwanted>(purchase);
        Assert.Equal(["POST", "GET", "GET"], fleet.Provider.Requests.Select(request => request.Method));
        Assert.Null(await fleet[0].IntentAsync(order));
    }

    [Fact]
    public async Task while_it_does_what_is_kept_is_what_was_asked_for()
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        var scene = A.SceneIn("Submitting");
        await fleet[0].AddSceneAsync(scene);
        fleet.Provider.WillAnswerPrediction("p1", code: 201);

        var begun = Assert.IsType<Purchase.Begun>(await fleet[0].BuyAsItIsAsync(A.Command(scene.CorrelationId)));

        Assert.NotNull(begun.Intent.AvatarBox);
        Assert.Equal(begun.Intent, await fleet[0].IntentAsync(A.Command(scene.CorrelationId)));
    }

    protected abstract TestDatabase Make();

    private static async Task ExpectUnwantedAsync(Fleet fleet, SceneState scene)
    {
        await fleet[0].AddSceneAsync(scene);
        var order = A.Command(scene.CorrelationId);

        Assert.IsType<Purchase.Unwanted>(await fleet[0].BuyAsItIsAsync(order));
        Assert.Empty(fleet.Provider.Requests);
        Assert.Null(await fleet[0].IntentAsync(order));
    }

    private static Task<Purchase> FindNothingAsync(Fleet fleet, GenerateScene order)
    {
        fleet.Advance(60);
        fleet.Provider.WillAnswer(200, """{"next":null,"results":[]}""");
        return fleet[0].BuyAsItIsAsync(order);
    }

    public sealed class On_SQLite : When_a_scene_waits_for_its_picture_no_more
    {
        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL : When_a_scene_waits_for_its_picture_no_more
    {
        protected override TestDatabase Make() => new PostgresDatabase();
    }
}
