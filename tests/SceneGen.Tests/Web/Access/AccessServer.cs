using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Access.Keys;
using SceneGen.Access.Sessions;
using SceneGen.Data;
using SceneGen.Data.Erasing;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Web.Access;

/// <summary>The whole service on a free port, its provider away; callers show what they are given to show.</summary>
public class AccessServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A body that is refused unread must not be sent because the refusal takes its time.</summary>
    private static readonly TimeSpan PatienceBeforeBody = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string?> _settings;
    private readonly TestDatabase _database;
    private readonly TestFolder _pictures = new();
    private readonly bool _ownsDatabase;
    private WebApplication? _app;

    public AccessServer()
        : this([])
    {
    }

    internal AccessServer(Dictionary<string, string?> settings, TestDatabase? database = null)
    {
        _settings = settings;
        _ownsDatabase = database is null;
        _database = database ?? new SqliteDatabase();
    }

    /// <summary>Keeps no cookies.</summary>
    internal HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        UseCookies = false,
        Expect100ContinueTimeout = PatienceBeforeBody,
    });

    internal IServiceProvider Services => _app!.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static async Task<AccessServer> StartAsync(Dictionary<string, string?> settings, TestDatabase? database = null)
    {
        var server = new AccessServer(settings, database);
        await server.InitializeAsync();
        return server;
    }

    internal static Dictionary<string, string?> KeySettings(params (string Name, string Secret, string Scopes)[] keys)
        => keys.SelectMany((key, index) => new Dictionary<string, string?>
        {
            [$"Auth:Keys:{index}:Name"] = key.Name,
            [$"Auth:Keys:{index}:Sha256"] = KeySecret.HashOf(key.Secret),
            [$"Auth:Keys:{index}:Scopes"] = key.Scopes,
        }).ToDictionary();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        foreach (var (key, value) in ReplicateCaller.Settings("http://127.0.0.1:1/v1").Concat(_settings))
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = _pictures.Root;
        builder.Configuration["Fetching:TrustedHosts:0"] = "127.0.0.1:1";
        builder.Configuration["urls"] = _settings.GetValueOrDefault("urls", "http://127.0.0.1:0");
        Add(builder);
        _app = builder.Build();
        Use(_app);
        await _app.StartAsync(Stop);
        Client.BaseAddress = new Uri(_app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }

    protected virtual void Add(WebApplicationBuilder builder)
    {
        builder.AddSceneGen();
        builder.Logging.ClearProviders();
    }

    protected virtual void Use(WebApplication app) => app.UseSceneGen();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }

        _pictures.Dispose();
        GC.SuppressFinalize(this);
    }

    internal async Task<HttpResponseMessage> SendAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    internal async Task<int> StatusAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(method, path, body, headers);
        return (int)answer.StatusCode;
    }

    internal async Task<(int Status, JsonElement Body)> AskAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(method, path, body, headers);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    /// <summary>A browser that opened the page: its cookie, and what every browser says of a page's own calls.</summary>
    internal async Task<((string Name, string Value)[] Headers, string SessionId)> BrowseAsync()
    {
        using var page = await SendAsync("GET", "/");
        var cookie = CookieIn(page, "scenegen_session")!;
        var headers = Browser(cookie);
        var (_, current) = await AskAsync("GET", "/api/sessions/current", null, headers);
        return (headers, current.GetProperty("sessionId").GetString()!);
    }

    internal (string Name, string Value)[] Browser(string cookie)
        => [("Cookie", cookie), ("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")];

    internal static (string Name, string Value) Bearer(string secret) => ("Authorization", $"Bearer {secret}");

    /// <summary>As the browser sends it back.</summary>
    internal static string? CookieIn(HttpResponseMessage answer, string name)
        => answer.Headers.TryGetValues("Set-Cookie", out var all)
            ? all.FirstOrDefault(one => one.StartsWith(name + "=", StringComparison.Ordinal))?.Split(';')[0]
            : null;

    /// <summary>A scene of this session, ended without a picture.</summary>
    internal async Task<Guid> AddSceneAsync(string sessionId, string state = "Failed", DateTimeOffset? createdAt = null)
    {
        var scene = A.SceneIn(state);
        (scene.SessionId, scene.AvatarUrl) = (sessionId, "http://127.0.0.1:1/fox.png");
        scene.CreatedAt = createdAt ?? scene.CreatedAt;
        await WithAsync(async database =>
        {
            database.Add(scene);
            await database.SaveChangesAsync(Stop);
        });
        return scene.CorrelationId;
    }

    internal async Task AnswersAsync(Guid scene, int status, Func<Task>? between = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (await StatusAsync("GET", $"/api/scenes/{scene}") != status)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"The scene does not answer {status}.");
            await (between?.Invoke() ?? Task.CompletedTask);
        }
    }

    /// <summary>What an instance does about erased sessions from time to time.</summary>
    internal async Task EraseSessionsAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ErasurePass>().GoOnAsync(Stop);
        await scope.ServiceProvider.GetRequiredService<ErasureEnd>().ForgetAsync(Stop);
    }

    /// <summary>The same when enough time has passed for nothing to be under way any more.</summary>
    internal async Task EraseSessionsLaterAsync()
    {
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-11);
        await WithAsync(database => database.SessionErasures.Where(row => row.SessionId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, past), Stop));
        await WithAsync(database => database.Scenes.Where(row => row.ErasedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ErasedAt, past), Stop));
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TraceSweep>().PassAsync(Stop);
            await scope.ServiceProvider.GetRequiredService<ParkedTraces>().PassAsync(Stop);
        }

        await EraseSessionsAsync();
    }

    internal async Task WithAsync(Func<SceneDbContext, Task> use)
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
