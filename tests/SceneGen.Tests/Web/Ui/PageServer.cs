using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Replicate;
using SceneGen.Scenes;
using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Options;
using SceneGen.Settings;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Replicate;
using SceneGen.Themes;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Errors;
using SceneGen.Web.Pages;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Ui;

/// <summary>The pages on a free port; a caller is of the session that a header names.</summary>
public sealed class PageServer : IAsyncLifetime
{
    public const string Session = "Test-Session";

    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;

    public PageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(ReplicateCaller.Settings("http://127.0.0.1:1/v1"));
        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = _folder.Root;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddSingleton<TimeProvider>(new ManualTime());
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddReplicate();
        builder.Services.AddPictures();
        builder.Services.AddLinks();
        builder.Services.AddThemes();
        builder.Services.AddProblems();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSettings<SceneOptions>("Scenes");
        builder.Services.AddSingleton<NextModel>();
        builder.Services.AddSingleton<Forecaster>();
        builder.Services.AddSingleton<SceneTeller>();
        builder.Services.AddScoped<SceneReader>();
        builder.Services.AddScoped<PageReader>();
        builder.Services.AddSingleton<PageFrame>();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers[Session].ToString() is { Length: > 0 } session)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(CallerSession.Claim, session)]));
            }

            return next(context);
        });
        _app.MapUi();
        _app.MapOpsPage();
    }

    public HttpClient Client { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Stop);
        Client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? session = null, string? language = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Add(Session, session);
        Add("Accept-Language", language);
        Add("Accept-Encoding", encoding);
        return await Client.SendAsync(request, Stop);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    public async Task<(int Status, string Text)> ReadAsync(string path, string? session = null, string? language = null)
    {
        using var answer = await GetAsync(path, session, language);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    public async Task<SceneState> AddAsync(string state, Action<SceneState> change)
    {
        var scene = A.SceneIn(state);
        change(scene);
        await using var scope = _app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        database.Add(scene);
        await database.SaveChangesAsync(Stop);
        return scene;
    }

    /// <summary>As when nothing can be read.</summary>
    public async Task LoseDatabaseAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database.EnsureDeletedAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
