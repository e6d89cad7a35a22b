using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http.Security;

namespace SceneGen.Tests.Web.Http;

public sealed class When_a_call_takes_too_long : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private readonly HttpClient _http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Stop);
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("respond-async")]
    [InlineData("wait=0")]
    [InlineData("wait=60")]
    public async Task it_ends_whatever_the_caller_prefers(string preference)
    {
        using var answer = await GetAsync("/api/work", preference);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("request_timeout", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    /// <summary>Whatever asks the database or the store.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/scenes/1")]
    [InlineData("/assets/1.jpg")]
    [InlineData("/webhooks/replicate/1")]
    [InlineData("/api/ops/overview")]
    public async Task it_ends_wherever_it_is_called(string path)
    {
        using var answer = await GetAsync(path, "");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/wait")]
    [InlineData("/api/ops/sweep")]
    public async Task one_that_is_let_wait_does_not(string path)
    {
        using var answer = await GetAsync(path, "wait=60");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.Configure<HttpOptions>(http => http.RequestTime = TimeSpan.FromMilliseconds(100));
        builder.Services.AddTimeLimits();
        var app = builder.Build();
        app.UseTimeLimits();
        app.MapGet("/api/work", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        foreach (var route in (string[])["/", "/scenes/{id}", "/assets/{sha256}.{ext}", "/webhooks/replicate/{token}", "/api/ops/overview"])
        {
            app.MapGet(route, (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        }

        app.MapGet("/api/ops/sweep", (HttpContext http) => Task.Delay(TimeSpan.FromMilliseconds(300), http.RequestAborted))
            .DisableRequestTimeout();
        app.MapGet("/api/wait", (HttpContext http) =>
        {
            http.Features.GetRequiredFeature<IHttpRequestTimeoutFeature>().DisableTimeout();
            return Task.Delay(TimeSpan.FromMilliseconds(300), http.RequestAborted);
        });
        return app;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string preference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Prefer", preference);
        return await _http.SendAsync(request, Stop);
    }
}
