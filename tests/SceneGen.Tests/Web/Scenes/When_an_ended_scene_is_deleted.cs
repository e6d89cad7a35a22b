using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Scenes;

public sealed class When_an_ended_scene_is_deleted : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private LiveService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
        => _service = await new LiveService(_database.ConnectionString).StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task it_is_gone()
    {
        var scene = (await _service.AddAsync("Failed")).CorrelationId;

        using var answer = await DeleteAsync(scene);
        using var shown = await _service.GetAsync($"/api/scenes/{scene}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Gone), (answer.StatusCode, shown.StatusCode));
    }

    [Theory]
    [InlineData("Submitting", "scene_changed")]
    [InlineData("RollingBack", "rolling_back")]
    public async Task one_that_begins_again_at_that_moment_is_not_said_to_be_gone(string state, string code)
    {
        var scene = (await _service.AddAsync("Failed")).CorrelationId;
        await using var scope = _service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();

        // Whoever writes second waits for the first, and sees what it wrote; those who read see what was there before.
        await using var transaction = await database.Database.BeginTransactionAsync(Stop);
        await database.Scenes.Where(row => row.CorrelationId == scene).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CurrentState, state).SetProperty(row => row.Version, row => row.Version + 1), Stop);
        var deleting = DeleteAsync(scene);
        for (var look = 0; look < 5; look++)
        {
            using var shown = await _service.GetAsync($"/api/scenes/{scene}");
            Assert.False(deleting.IsCompleted);
        }

        await transaction.CommitAsync(Stop);

        using var answer = await deleting;
        Assert.Equal((HttpStatusCode.Conflict, code), (answer.StatusCode, await CodeOfAsync(answer)));
        using var kept = await _service.GetAsync($"/api/scenes/{scene}");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer)
        => (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString();

    private Task<HttpResponseMessage> DeleteAsync(Guid scene)
        => _service.Http.DeleteAsync(new Uri($"/api/scenes/{scene}", UriKind.Relative), Stop);
}
