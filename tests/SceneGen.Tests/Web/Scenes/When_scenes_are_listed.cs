using Microsoft.EntityFrameworkCore;
using SceneGen.Scenes;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes;

public abstract class When_scenes_are_listed(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private ApiService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await ApiService.StartAsync(database);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task none_is_skipped_or_doubled_while_new_ones_come()
    {
        // Several of the same moment: their order is their ids'.
        var scenes = await AddAsync(Enumerable.Range(0, 23).Select(number => New("Ready", Start.AddSeconds(number / 5))));
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await _service.GetAsync($"/api/scenes?sessionId=paged&limit=4{cursor}")).Body;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
            await AddAsync([New("Ready", Start.AddMinutes(1))]);
        }
        while (cursor is not null);

        Assert.Equal(scenes.Count, seen.Count);
        Assert.Equal(scenes.Select(scene => scene.CorrelationId.ToString()).Order(), seen.Order());
    }

    [Fact]
    public async Task they_are_those_asked_for()
    {
        var avatar = Guid.NewGuid();
        await AddAsync([New("Ready", Start), New("Failed", Start), New("Expired", Start), New("Ready", Start, scene =>
        {
            (scene.AvatarId, scene.Theme, scene.SessionId) = (avatar, "space-station", "another");
        })]);

        Assert.Equal(3, await CountAsync("status=ready,failed"));
        Assert.Equal(3, await CountAsync("status=ready&status=failed"));
        Assert.Equal(2, await CountAsync("status=ready,failed&sessionId=paged"));
        Assert.Equal(1, await CountAsync($"avatarId={avatar}"));
        Assert.Equal(1, await CountAsync("theme=space-station"));
    }

    [Fact]
    public async Task everything_wrong_is_named()
    {
        var answer = await _service.GetAsync(
            "/api/scenes?limit=many&cursor=bm90LW9uZQ&status=ready,gone&sessionId=two%20words&avatarId=7&theme=");

        Assert.Equal(400, answer.Status);
        Assert.Equal(["avatarId", "cursor", "limit", "sessionId", "status", "theme"], answer.WrongFields);
    }

    private static SceneState New(string state, DateTimeOffset at, Action<SceneState>? change = null)
    {
        var scene = A.SceneIn(state);
        (scene.SessionId, scene.CreatedAt, scene.Theme) = ("paged", at, "neon-city");
        change?.Invoke(scene);
        return scene;
    }

    private async Task<int> CountAsync(string query)
        => (await _service.GetAsync($"/api/scenes?{query}")).Body.GetProperty("items").GetArrayLength();

    private async Task<List<SceneState>> AddAsync(IEnumerable<SceneState> scenes)
    {
        var list = scenes.ToList();
        await _service.InDatabaseAsync(data =>
        {
            data.AddRange(list);
            return data.SaveChangesAsync(Stop);
        });
        return list;
    }

    public sealed class On_SQLite() : When_scenes_are_listed(new SqliteDatabase());

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_scenes_are_listed(kept.Database), IClassFixture<KeptPostgres>;
}
