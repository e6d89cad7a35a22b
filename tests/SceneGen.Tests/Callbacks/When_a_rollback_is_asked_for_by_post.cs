using System.Text.Json;
using SceneGen.Contracts;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Callbacks;

public sealed class When_a_rollback_is_asked_for_by_post(TimedSceneHarness harness)
    : IClassFixture<TimedSceneHarness>, IAsyncLifetime
{
    private CallbackReceiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await CallbackReceiver.StartAsync();
        (harness.Compensation.CallbackUrl, harness.Compensation.CallbackSecret) = (_receiver.Url, CallbackReceiver.Secret);
    }

    public async ValueTask DisposeAsync()
    {
        harness.Compensation.CallbackUrl = "";
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task it_says_what_the_bus_says()
    {
        var scene = await FailAsync();

        await HearsAsync(scene, 1);
        var said = await harness.SaysAsync<AvatarRollbackRequested>(request => request.SceneId == scene);
        var post = Assert.Single(HeardOf(scene));
        Assert.Equal(said, JsonSerializer.Deserialize<AvatarRollbackRequested>(post.Body, JsonSerializerOptions.Web));
        Assert.Contains("\"avatarId\":", System.Text.Encoding.UTF8.GetString(post.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_that_is_missed_comes_again_soon_under_the_same_id_and_then_with_the_next_request()
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, 503);
        var scene = await FailAsync();
        foreach (var (number, pause) in new[] { (1, 2), (2, 8), (3, 20) })
        {
            await HearsAsync(scene, number);
            await WaitsAsync(scene);
            harness.Advance(TimeSpan.FromSeconds(pause));
        }

        await HearsAsync(scene, 4);
        Assert.Single(HeardOf(scene).Select(post => post.Id).Distinct());
        await SettlesAsync(scene);

        await AskAgainAsync(scene);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    public async Task one_that_is_refused_comes_only_with_the_next_request(int status)
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, status);
        var scene = await FailAsync();
        await HearsAsync(scene, 1);
        await SettlesAsync(scene);

        await AskAgainAsync(scene);
        Assert.Equal(2, HeardOf(scene).Count);
    }

    [Fact]
    public async Task one_that_waits_goes_no_more_when_the_answer_has_come()
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, 503);
        var scene = await FailAsync();
        await HearsAsync(scene, 1);
        await WaitsAsync(scene);

        var avatar = (await harness.FindAsync(scene))!.AvatarId;
        await harness.HearAndSettleAsync(new AvatarRolledBack { SceneId = scene, AvatarId = avatar });
        harness.Advance(TimeSpan.FromMinutes(1));

        await SettlesAsync(scene);
        await harness.UntilAsync(async () => (await harness.WaitingAsync(scene)).Count == 0);
        Assert.Single(HeardOf(scene));
    }

    [Fact]
    public async Task nothing_is_posted_where_nobody_wants_posts()
    {
        harness.Compensation.CallbackUrl = "";

        var scene = await FailAsync();

        await harness.SaysAsync<AvatarRollbackRequested>(request => request.SceneId == scene);
        await SettlesAsync(scene);
        Assert.Empty(HeardOf(scene));
    }

    private async Task<Guid> FailAsync()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with { Retryable = false });
        return scene.CorrelationId;
    }

    /// <summary>As the scene's timer does when nobody answers. What may come twice is known by its id.</summary>
    private async Task AskAgainAsync(Guid scene)
    {
        var due = await harness.DueAsync((await harness.FindAsync(scene))!.RollbackToken!.Value);
        harness.Advance(due - harness.Now);
        await harness.UntilAsync(() => Task.FromResult(HeardOf(scene).Select(post => post.Id).Distinct().Count() == 2));
    }

    private Task WaitsAsync(Guid scene)
        => harness.UntilAsync(async () => (await harness.WaitingAsync(scene)).Any(IsPost));

    private Task SettlesAsync(Guid scene)
        => harness.UntilAsync(async () => !(await harness.WaitingAsync(scene)).Any(IsPost));

    private Task HearsAsync(Guid scene, int count)
        => harness.UntilAsync(() => Task.FromResult(HeardOf(scene).Count >= count));

    /// <summary>The scenes of other tests are not answered, and posted about as well.</summary>
    private List<HeardPost> HeardOf(Guid scene)
        => [.. _receiver.Heard.Where(post => post.Id.Contains($"{scene:N}", StringComparison.Ordinal))];

    private static bool IsPost(string types) => types.Contains("PostRollbackRequest", StringComparison.Ordinal);
}
