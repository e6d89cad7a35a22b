using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access;
using SceneGen.Access.Keys;
using SceneGen.Access.Sessions;
using SceneGen.Data;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Access;

namespace SceneGen.Tests.Web.Access;

public sealed class When_keys_cannot_be_read : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly ManualTime _time = new();
    private readonly ServiceProvider _services;
    private bool _isAway;

    public When_keys_cannot_be_read()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                .. AccessServer.KeySettings(("prometheus", "sg_configured", "scenes,ops")),
                new("ConnectionStrings:Database", _database.ConnectionString),
            ])
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(_time)
            .AddData(configuration)
            .AddKeys()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddSingleton<SessionSeal>()
            .AddSingleton<ErasedSessions>()
            .AddSingleton<PageOrigins>()
            .AddSingleton<RouteNeeds>()
            .AddSingleton<CallerReader>()
            .AddSingleton<AccessCookies>()
            .AddSingleton<Gate>()
            .BuildServiceProvider();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneMigrator>().MigrateAsync(Stop);
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        database.Add(new ApiKey { Name = "added", Sha256 = KeySecret.HashOf("sg_added"), Scopes = "scenes,ops", AddedAt = _time.GetUtcNow() });
        await database.SaveChangesAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task those_of_the_database_are_believed_for_a_minute()
    {
        Assert.Equal(200, await AskAsync("sg_added"));
        await TakeTableAwayAsync();

        await PassAsync(50);
        Assert.Equal(200, await AskAsync("sg_added"));
        await PassAsync(11);
        Assert.Equal(503, await AskAsync("sg_added"));
        Assert.Equal(503, await AskAsync("sg_nobody"));
        Assert.Equal(503, await AskAsync("sg_added", "/ops"));
    }

    [Fact]
    public async Task those_of_the_configuration_and_sessions_are_known_on()
    {
        await AskAsync("sg_added");
        await TakeTableAwayAsync();
        await PassAsync(300);
        var token = _services.GetRequiredService<SessionSeal>().MakeToken("session-1");

        Assert.Equal(200, await AskAsync("sg_configured"));
        Assert.Equal(200, await AskAsync(token));
        Assert.Equal(401, await AskAsync(null));
    }

    [Fact]
    public async Task they_are_known_again_when_they_can()
    {
        await AskAsync("sg_added");
        await TakeTableAwayAsync();
        await PassAsync(300);
        Assert.Equal(503, await AskAsync("sg_added"));

        await TakeTableAwayAsync();
        await PassAsync(2);

        Assert.Equal(200, await AskAsync("sg_added"));
    }

    /// <summary>Or brings it back.</summary>
    private async Task TakeTableAwayAsync()
    {
        _isAway = !_isAway;
        await using var scope = _services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        await database.Database.ExecuteSqlRawAsync(
            _isAway ? "ALTER TABLE api_keys RENAME TO hidden_keys" : "ALTER TABLE hidden_keys RENAME TO api_keys", Stop);
    }

    /// <summary>With somebody asking all the while.</summary>
    private async Task PassAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await AskAsync("sg_configured");
        }
    }

    private async Task<int> AskAsync(string? secret, string path = "/api/scenes")
    {
        var context = new DefaultHttpContext
        {
            RequestServices = _services,
            Connection = { RemoteIpAddress = IPAddress.Loopback },
        };
        context.Request.Method = "GET";
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), order: 0, metadata: null, displayName: null));
        if (secret is not null)
        {
            context.Request.Headers.Authorization = $"Bearer {secret}";
        }

        await _services.GetRequiredService<Gate>().InvokeAsync(context, _ => Task.CompletedTask);
        Assert.Equal(context.Response.StatusCode is 503, context.Response.Headers.RetryAfter.Count > 0);
        return context.Response.StatusCode;
    }
}
