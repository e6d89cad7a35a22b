using SceneGen.Tests.Settings;

namespace SceneGen.Tests.Web.Attacks.Held;

[Collection(OneAtATime.Name)]
public sealed class When_callers_are_slow(HurriedServer server) : IClassFixture<HurriedServer>
{
    private const int Many = 100;
    private const string Other = "/api/scenes?limit=1";
    private const string Header = "GET /api/scenes HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";

    private const string Body =
        "POST /api/scenes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{";

    private static readonly TimeSpan Served = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Of the hours for which they could go on at a letter a pause.</summary>
    private static readonly TimeSpan WithinLimits = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task another_is_served_beside_two_hundred_and_they_are_cut_off_in_time()
    {
        List<SlowCaller> headers = [], bodies = [];

        // The first of its kind takes longer, attacked or not.
        Assert.Equal(200, await server.StatusAsync("GET", Other));
        try
        {
            for (var one = 0; one < Many; one++)
            {
                headers.Add(await SlowCaller.CallAsync(server.Port, Header));
                bodies.Add(await SlowCaller.CallAsync(server.Port, Body));
            }

            var served = await ServeBesideAsync([.. headers, .. bodies]);

            Assert.True(served > 0);
            await AreCutOffAsync(headers, "HTTP/1.1 408");
            await AreCutOffAsync(bodies, "request_too_slow");
        }
        finally
        {
            headers.ForEach(one => one.Dispose());
            bodies.ForEach(one => one.Dispose());
        }

        await IsOverAsync();
    }

    /// <summary>Who opens connections and says nothing at all.</summary>
    [Fact]
    public async Task the_silent_are_let_go()
    {
        var callers = new List<SlowCaller>();
        for (var one = 0; one < Many; one++)
        {
            callers.Add(await SlowCaller.CallAsync(server.Port, ""));
        }

        var ends = await Task.WhenAll(callers.Select(caller => caller.End));
        callers.ForEach(caller => caller.Dispose());

        Assert.All(ends, end => Assert.Equal("", end.Answer));
        await IsOverAsync();
    }

    /// <summary>How often somebody else was served until all of them were let go.</summary>
    private async Task<int> ServeBesideAsync(List<SlowCaller> slow)
    {
        var served = 0;
        var all = Task.WhenAll(slow.Select(caller => caller.End));
        while (!all.IsCompleted)
        {
            Assert.Equal(200, await server.StatusAsync("GET", Other).WaitAsync(Served, Stop));
            served++;
            foreach (var caller in slow)
            {
                await caller.TrickleAsync();
            }

            await Task.WhenAny(all, Task.Delay(Pause, Stop));
        }

        return served;
    }

    /// <summary>Of one that was about to say more, the answer may be lost as the connection ends.</summary>
    private static async Task AreCutOffAsync(List<SlowCaller> slow, string answer)
    {
        var ends = await Task.WhenAll(slow.Select(caller => caller.End));

        Assert.All(ends, end => Assert.InRange(end.After, TimeSpan.Zero, WithinLimits));
        Assert.All(ends, end => Assert.True(end.Answer.Length == 0 || end.Answer.Contains(answer, StringComparison.Ordinal), end.Answer));
        Assert.Contains(ends, end => end.Answer.Length > 0);
    }

    /// <summary>But for what the test's own client keeps.</summary>
    private async Task IsOverAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (server.Traffic.Connections > 2 || server.Traffic.Requests > 0)
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(since) < WithinLimits,
                $"{server.Traffic.Connections} connections and {server.Traffic.Requests} requests are left.");
            await Task.Delay(10, Stop);
        }
    }
}
