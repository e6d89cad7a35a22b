using Microsoft.EntityFrameworkCore;

namespace SceneGen.Tests.Web.Attacks;

public sealed class When_a_session_asks_for_anothers_scene(AttackedServer server) : Attack(server)
{
    [Theory]
    [InlineData("Failed")]
    [InlineData("AwaitingTheme")]
    [InlineData("RollingBack")]
    public async Task no_route_there_is_shows_or_changes_it(string state)
    {
        var scene = await Server.AddSceneAsync("victim", state);
        var (browser, _) = await Server.BrowseAsync();
        var before = await ReadAsync(scene);
        var routes = Server.Routes.Where(route => route.Pattern.Contains("{id", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 10);

        foreach (var (method, pattern) in routes)
        {
            var path = AttackedServer.PathOf(pattern, scene.ToString());
            var status = await Server.StatusAsync(
                method, path, method is "GET" or "HEAD" or "DELETE" ? null : new { theme = "neon-city", reason = "x" }, browser);
            Assert.True(status == (IsForOthers(pattern) ? 403 : 404), $"{method} {path} answers {status}.");
        }

        Assert.Equal(before, await ReadAsync(scene));
    }

    [Fact]
    public async Task no_list_holds_it()
    {
        var scene = await Server.AddSceneAsync("victim");
        var (browser, _) = await Server.BrowseAsync();

        foreach (var query in new[] { "", "?sessionId=victim", "?status=failed&limit=200" })
        {
            using var answer = await Server.SendAsync("GET", $"/api/scenes{query}", null, browser);
            Assert.DoesNotContain(scene.ToString(), await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    /// <summary>No session may be there at all; anywhere else nothing tells that there is such a scene.</summary>
    private static bool IsForOthers(string pattern)
        => pattern.StartsWith("/api/ops/", StringComparison.Ordinal) || pattern.StartsWith("/api/sessions/", StringComparison.Ordinal);

    private async Task<(int Version, string State, DateTimeOffset? ErasedAt, int Sequence)> ReadAsync(Guid id)
    {
        (int, string, DateTimeOffset?, int) read = default;
        await Server.WithAsync(async database =>
        {
            var scene = await database.Scenes.AsNoTracking().SingleAsync(row => row.CorrelationId == id, Stop);
            read = (scene.Version, scene.CurrentState, scene.ErasedAt, scene.TimelineSequence);
        });
        return read;
    }
}
