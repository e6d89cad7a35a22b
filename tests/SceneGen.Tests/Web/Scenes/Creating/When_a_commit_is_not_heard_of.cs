using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Creating;

public abstract class When_a_commit_is_not_heard_of(TestDatabase database) : IAsyncLifetime
{
    private const string Route = "/api/scenes";
    private static readonly (string Name, string Value) Key = ("Idempotency-Key", "a");
    private ApiService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await ApiService.StartAsync(database);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The inbox cannot be asked when the commit fails, nor, the second time, when the next attempt does.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task the_scene_is_accepted_all_the_same(int questions)
    {
        _service.UnheardCommits.Begin(questions);

        var answer = await _service.PostAsync(Route, ApiService.Scene());

        Assert.Equal((202, await IdAsync()), (answer.Status, answer.Id));
        Assert.Equal(answer.Header("Location"), $"{Route}/{answer.Id}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task its_answer_under_a_key_is_the_first_and_is_kept(int questions)
    {
        _service.UnheardCommits.Begin(questions);

        var first = await _service.PostAsync(Route, ApiService.Scene(), Key);
        var again = await _service.PostAsync(Route, ApiService.Scene(), Key);

        Assert.Equal((202, await IdAsync(), null), (first.Status, first.Id, first.Header("Idempotency-Replayed")));
        Assert.Equal((202, first.Text, "true"), (again.Status, again.Text, again.Header("Idempotency-Replayed")));
    }

    /// <summary>Whose scene of a caller's own id it is cannot be told where nobody says whether the message was taken.</summary>
    [Theory]
    [InlineData(1, 202)]
    [InlineData(2, 409)]
    public async Task one_of_the_callers_own_id_is_its_own_as_far_as_that_is_known(int questions, int status)
    {
        var id = Guid.NewGuid();
        _service.UnheardCommits.Begin(questions);

        var answer = await _service.PostAsync(
            Route, new { avatarUrl = ApiService.AvatarUrl, theme = "neon-city", sceneId = id });

        Assert.Equal((status, id.ToString()), (answer.Status, await IdAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task none_of_a_batch_is_lost(int questions)
    {
        var scenes = Enumerable.Range(0, 3).Select(_ => ApiService.Scene()).ToArray();
        _service.UnheardCommits.Begin(questions);

        var answer = await _service.PostAsync($"{Route}/batch", new { scenes }, Key);

        Assert.Equal((200, null), (answer.Status, answer.Header("Idempotency-Replayed")));
        Assert.Equal(
            await _service.InDatabaseAsync(data => data.Scenes.Select(scene => scene.CorrelationId).ToHashSetAsync(Stop)),
            answer.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("scene").GetProperty("id").GetGuid()).ToHashSet());
    }

    private async Task<string> IdAsync()
        => (await _service.InDatabaseAsync(data => data.Scenes.Select(scene => scene.CorrelationId).SingleAsync(Stop))).ToString();

    public sealed class On_SQLite() : When_a_commit_is_not_heard_of(new SqliteDatabase());

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_a_commit_is_not_heard_of(kept.Database), IClassFixture<KeptPostgres>;
}
