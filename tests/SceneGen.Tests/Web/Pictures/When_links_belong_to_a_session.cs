using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Assets.Files;
using SceneGen.Data;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Pictures;

public sealed class When_links_belong_to_a_session : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("session-1", HttpStatusCode.OK)]
    [InlineData("session-2", HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task its_own_caller_and_the_local_one_may_see_the_picture(string? session, HttpStatusCode status)
    {
        await using var server = await StartAsync(session);

        using var answer = await GetAsync(server);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status is HttpStatusCode.OK, answer.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task once_the_scene_is_deleted_its_session_may_not()
    {
        await using var server = await StartAsync("session-1");
        await InDatabaseAsync(server, database => database.Scenes.ExecuteUpdateAsync(
            set => set.SetProperty(scene => scene.ErasedAt, server.Clock.GetUtcNow()), Stop));

        using var answer = await GetAsync(server);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task its_large_thumbnail_is_its_own_too()
    {
        await using var server = await StartAsync("session-1");
        await InDatabaseAsync(server, database => database.Scenes.ExecuteUpdateAsync(
            set => set
                .SetProperty(scene => scene.ImageSha256, A.Sha256)
                .SetProperty(scene => scene.LargeThumbnailSha256, server.Sha256),
            Stop));

        using var answer = await GetAsync(server);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static Task<HttpResponseMessage> GetAsync(AssetServer server)
        => server.Client.GetAsync(new Uri($"/assets/{server.Sha256}.jpg", UriKind.Relative), Stop);

    private async Task<AssetServer> StartAsync(string? session)
    {
        var server = new AssetServer(
            new() { ["Images:Links"] = "session", ["ConnectionStrings:Database"] = _database.ConnectionString }, session);
        await server.InitializeAsync();
        await InDatabaseAsync(server, async database =>
        {
            var scene = A.SceneIn("Ready");
            (scene.SessionId, scene.ImageSha256) = ("session-1", server.Sha256);
            database.Add(scene);
            database.Add(new FileUse { SceneId = scene.CorrelationId, Sha256 = server.Sha256 });
            return await database.SaveChangesAsync(Stop);
        });
        return server;
    }

    private static async Task InDatabaseAsync(AssetServer server, Func<SceneDbContext, Task<int>> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        await database.Database.EnsureCreatedAsync(Stop);
        await work(database);
    }
}
