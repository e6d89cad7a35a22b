using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_a_callback_is_cut_short
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task between_post_and_note_it_is_posted_again_under_the_same_id()
    {
        var (heard, first) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        await using var receiver = await StartAsync(async context =>
        {
            heard.Enqueue($"{context.Request.Headers["webhook-id"]}");
            if (first.TrySetResult())
            {
                // Never answered: the one who posted is killed meanwhile.
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
        await using var run = await EmbeddedWith.StartAsync(
            ("Callbacks__Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), ("Fetching__TrustedHosts__1", "127.0.0.1"));
        var answer = await run.Scenes.PostAsync("/api/scenes", new
        {
            avatarUrl = run.Avatars.Fox,
            theme = "neon-city",
            callbackUrl = $"{receiver.Urls.Single()}/hook?token=hook-token",
        });
        Assert.DoesNotContain("hook-token", $"{answer.Body}", StringComparison.Ordinal);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        await run.Process.KillAsync();
        await run.Process.StartAsync();

        await Eventually.IsTrueAsync(() => Task.FromResult(heard.Count >= 2), "the callback is posted again");
        Assert.Single(heard.Distinct());
        Assert.DoesNotContain("hook-token", run.Process.Output, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate hear)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(hear);
        await app.StartAsync(Stop);
        return app;
    }
}
