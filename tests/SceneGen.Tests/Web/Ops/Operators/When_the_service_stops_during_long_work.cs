using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Errors;

namespace SceneGen.Tests.Web.Ops.Operators;

public sealed class When_the_service_stops_during_long_work : IAsyncLifetime
{
    private readonly TaskCompletionSource _begun = new();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblems();
        _app = builder.Build();
        _app.MapPost("/work", (Delegate)WorkAsync).AddEndpointFilter<EndWithService>();
        await _app.StartAsync(Stop);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task it_ends_and_its_caller_is_told_to_come_again()
    {
        var asked = _client.PostAsync("/work", content: null, Stop);
        await _begun.Task.WaitAsync(Stop);

        await _app.StopAsync(Stop);

        using var answer = await asked;
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("service_stopping", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("retryable").GetBoolean());
    }

    private async Task<string> WorkAsync(HttpContext http)
    {
        _begun.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        return "done";
    }
}
