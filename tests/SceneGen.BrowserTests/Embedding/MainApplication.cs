using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>Another origin with the sample page, and the two calls that its back end makes for whoever is logged in.</summary>
public sealed class MainApplication : IAsyncDisposable
{
    private const string User = "user";
    private readonly HttpClient _http = new();
    private readonly WebApplication _app;

    private MainApplication()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/", (Delegate)ShowPageAsync);
        _app.MapPost("/token", (Delegate)GiveTokenAsync);
        _app.MapPost("/avatar", (Delegate)MakeAvatarAsync);
    }

    public string Url => _app.Urls.Single();

    /// <summary>Where SceneGen is.</summary>
    public string Service { get; set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<MainApplication> StartAsync()
    {
        var application = new MainApplication();
        await application._app.StartAsync(Stop);
        return application;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task<IResult> ShowPageAsync(HttpContext context)
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs/embedding-sample.html"), Stop);
        context.Response.Cookies.Append(User, $"user-{Guid.NewGuid()}", new() { HttpOnly = true });
        return Results.Text(page.Replace("{{service}}", Service, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private async Task<IResult> GiveTokenAsync(HttpContext context)
    {
        var answer = await AskAsync("/api/sessions", new { sessionId = context.Request.Cookies[User] });
        return Results.Json(new { token = answer.GetProperty("token").GetString() });
    }

    private async Task<IResult> MakeAvatarAsync(HttpContext context)
    {
        await AskAsync("/simulator/avatars", new { sample = "fox", sessionId = context.Request.Cookies[User] });
        return Results.Accepted();
    }

    private async Task<JsonElement> AskAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync($"{Service}{path}", body, Stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
