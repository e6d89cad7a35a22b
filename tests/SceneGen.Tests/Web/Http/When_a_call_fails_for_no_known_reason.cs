using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Http.Errors;

namespace SceneGen.Tests.Web.Http;

public sealed class When_a_call_fails_for_no_known_reason
{
    [Fact]
    public async Task the_caller_reads_none_of_it_and_the_log_all()
    {
        using var log = new LogBook("Microsoft.AspNetCore");
        await using var app = await StartAsync(log);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await client.GetAsync("/things/7?key=hidden", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            (500, "internal_error"),
            ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString()));
        Assert.DoesNotContain("drawer", text, StringComparison.Ordinal);
        var (level, line) = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("GET /things/{id} failed", line, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: The drawer is stuck.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", line, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(LogBook log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblems();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGet("/things/{id}", string (string id) => throw new InvalidOperationException("The drawer is stuck."));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
