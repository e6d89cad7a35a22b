using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Access.Sessions;
using SceneGen.Data;
using SceneGen.Data.Postgres;
using SceneGen.Data.Sqlite;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Replicate;
using SceneGen.Tests.Web.Access;
using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Scenes;

/// <summary>The whole service on a free port and a database of the test's; its provider is away. Two may share a database.</summary>
internal sealed class ApiService : IAsyncDisposable
{
    public const string AvatarUrl = "http://127.0.0.1:1/fox.png";

    public static readonly (string Name, string Value) Lost = ("X-Test-Lost", "true");

    /// <summary>With these there is no local caller.</summary>
    public static readonly (string Key, string Value)[] Keys =
        [.. AccessServer.KeySettings(("shop", "sg_shop", "scenes"), ("other", "sg_other", "scenes"), ("watch", "sg_watch", "ops")).Select(one => (one.Key, one.Value!))];

    private readonly TestFolder _pictures = new();
    private readonly WebApplication _app;

    private ApiService(TestDatabase database, TimeProvider time, IEnumerable<(string Key, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder();
        foreach (var (key, value) in ReplicateCaller.Settings("http://127.0.0.1:1/v1"))
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["ConnectionStrings:Database"] = database.ConnectionString;
        builder.Configuration["Storage:Path"] = _pictures.Root;
        builder.Configuration["Fetching:TrustedHosts:0"] = "127.0.0.1:1";
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddSceneGen();
        builder.Services.AddSingleton(time);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStartupFilter, LostAnswers>();
        builder.Services.ConfigureDbContext<PostgresSceneDbContext>(options => options.AddInterceptors(Commands, UnheardCommits, Database));
        builder.Services.ConfigureDbContext<SqliteSceneDbContext>(options => options.AddInterceptors(Commands, UnheardCommits, Database));
        _app = builder.Build();
        _app.UseSceneGen();
    }

    public HttpClient Http { get; } = new();

    public Commands Commands { get; } = new();

    public UnheardCommits UnheardCommits { get; } = new();

    public FaultyDatabase Database { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<ApiService> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
        => StartAsync(database, TimeProvider.System, settings);

    public static async Task<ApiService> StartAsync(
        TestDatabase database, TimeProvider time, params (string Key, string Value)[] settings)
    {
        var service = new ApiService(database, time, settings);
        await service._app.StartAsync(Stop);
        service.Http.BaseAddress = new Uri(service._app.Urls.Single());
        return service;
    }

    public static object Scene(string theme = "neon-city", string? sessionId = null)
        => new { avatarUrl = AvatarUrl, theme, sessionId };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _pictures.Dispose();
    }

    public Task<ApiAnswer> PostAsync(string path, object? body, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), headers);

    public Task<ApiAnswer> PutAsync(string path, object body, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Put, path, JsonContent.Create(body), headers);

    public Task<ApiAnswer> PostTextAsync(string path, string body)
        => SendAsync(HttpMethod.Post, path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), []);

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
        => SendAsync(method, path, null, headers);

    public static (string Name, string Value) By(string key) => AccessServer.Bearer($"sg_{key}");

    public (string Name, string Value) Of(string session)
        => AccessServer.Bearer(_app.Services.GetRequiredService<SessionSeal>().MakeToken(session));

    public async Task<T> InDatabaseAsync<T>(Func<SceneDbContext, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }

    private async Task<ApiAnswer> SendAsync(
        HttpMethod method, string path, HttpContent? body, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var answer = await Http.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return new ApiAnswer(
            (int)answer.StatusCode,
            text,
            answer.Headers.ToDictionary(header => header.Key, header => header.Value.Single(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Loses an answer when what it tells is committed: nothing of it reaches the caller.</summary>
    private sealed class LostAnswers : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate then) =>
            {
                if (context.Request.Headers.ContainsKey(Lost.Name))
                {
                    context.Response.OnStarting(() =>
                    {
                        context.Abort();
                        return Task.CompletedTask;
                    });
                }

                return then(context);
            });
            next(app);
        };
    }
}
