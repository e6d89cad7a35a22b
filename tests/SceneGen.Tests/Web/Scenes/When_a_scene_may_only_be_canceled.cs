using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Scenes;

public sealed class When_a_scene_may_only_be_canceled : IAsyncLifetime
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

    [Theory]
    [InlineData("Ready")]
    [InlineData("Expired")]
    [InlineData("Canceled")]
    public async Task one_that_has_ended_stays_as_it_is(string state)
    {
        var scene = (await _service.AddAsync(state)).CorrelationId;

        using var answer = await CancelAsync(scene);

        Assert.Equal((HttpStatusCode.Conflict, "scene_ended"), (answer.StatusCode, await CodeOfAsync(answer)));
        await using var scope = _service.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Scenes
            .SingleAsync(row => row.CorrelationId == scene, Stop);
        Assert.Equal((state, null), (kept.CurrentState, kept.ErasedAt));
    }

    [Fact]
    public async Task one_that_runs_is_canceled()
    {
        var scene = (await _service.AddAsync("AwaitingTheme")).CorrelationId;

        using var answer = await CancelAsync(scene);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("canceled", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task one_whose_avatar_is_being_taken_back_is_refused_as_ever()
    {
        using var answer = await CancelAsync((await _service.AddAsync("RollingBack")).CorrelationId);

        Assert.Equal((HttpStatusCode.Conflict, "rolling_back"), (answer.StatusCode, await CodeOfAsync(answer)));
    }

    [Fact]
    public async Task one_that_becomes_ready_at_that_moment_is_not_said_to_be_canceled()
    {
        var scene = (await _service.AddAsync("Storing")).CorrelationId;
        await using var scope = _service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();

        // Whoever writes second waits for the first, and sees what it wrote; those who read see what was there before.
        await using var transaction = await database.Database.BeginTransactionAsync(Stop);
        await database.Scenes.Where(row => row.CorrelationId == scene).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CurrentState, "Ready").SetProperty(row => row.Version, row => row.Version + 1), Stop);
        var canceling = CancelAsync(scene);
        for (var look = 0; look < 5; look++)
        {
            using var shown = await _service.GetAsync($"/api/scenes/{scene}");
            Assert.False(canceling.IsCompleted);
        }

        await transaction.CommitAsync(Stop);

        using var answer = await canceling;
        Assert.Equal((HttpStatusCode.Conflict, "scene_ended"), (answer.StatusCode, await CodeOfAsync(answer)));
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer)
        => (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString();

    private Task<HttpResponseMessage> CancelAsync(Guid scene)
        => _service.Http.DeleteAsync(new Uri($"/api/scenes/{scene}?whileRunning=true", UriKind.Relative), Stop);
}
