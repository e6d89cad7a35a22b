using System.Net;
using System.Text.Json;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Held;

public sealed class When_streams_are_held(AttackedServer server) : Attack(server)
{
    /// <summary>As the server of these tests is set.</summary>
    private const int OfSession = 3;
    private const int OfKey = 4;
    private const int OfAll = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task streams_are_as_many_as_there_are_seats_and_a_seat_is_free_again()
    {
        var scene = await Server.AddSceneAsync("watcher", "AwaitingTheme");
        var (path, token) = ($"/api/scenes/{scene}/events", await TokenAsync("watcher"));

        // Twice: what is free again is as much as it was.
        for (var round = 0; round < 2; round++)
        {
            var streams = new List<HttpResponseMessage>();
            try
            {
                while (streams.Count < OfSession)
                {
                    streams.Add(await OpenAsync(path, token, 200));
                }

                using var fourth = await OpenAsync(path, token, 429);
                Assert.NotNull(fourth.Headers.RetryAfter);
                while (streams.Count < OfAll)
                {
                    streams.Add(await OpenAsync(path, Key, 200));
                }

                using var sixth = await OpenAsync(path, Key, 503);
                Assert.NotNull(sixth.Headers.RetryAfter);
                Assert.Equal(200, await Server.StatusAsync("GET", $"/api/scenes/{scene}", null, token));
            }
            finally
            {
                streams.ForEach(stream => stream.Dispose());
            }

            await AreFreeAsync();
        }
    }

    /// <summary>A session that takes all it may leaves the others theirs.</summary>
    [Fact]
    public async Task one_session_takes_nobody_elses()
    {
        var (greedy, modest) = (await Server.AddSceneAsync("greedy", "AwaitingTheme"), await Server.AddSceneAsync("modest", "AwaitingTheme"));
        var (greed, modesty) = (await TokenAsync("greedy"), await TokenAsync("modest"));
        var streams = new List<HttpResponseMessage>();
        try
        {
            while (streams.Count < OfSession)
            {
                streams.Add(await OpenAsync($"/api/scenes/{greedy}/events", greed, 200));
            }

            for (var more = 0; more < 20; more++)
            {
                using var refused = await OpenAsync($"/api/scenes/{greedy}/events", greed, 429);
                Assert.Equal("session_watchers_full", await CodeOfAsync(refused));
            }

            streams.Add(await OpenAsync($"/api/scenes/{modest}/events", modesty, 200));
            streams.Add(await OpenAsync($"/api/scenes/{modest}/events", modesty, 200));
            using var full = await OpenAsync($"/api/scenes/{modest}/events", modesty, 503);
            Assert.Equal("watchers_full", await CodeOfAsync(full));
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    /// <summary>Nor does a program whose streams are never closed.</summary>
    [Fact]
    public async Task one_key_takes_not_all_of_them()
    {
        var scene = await Server.AddSceneAsync("modest", "AwaitingTheme");
        var (path, modesty) = ($"/api/scenes/{scene}/events", await TokenAsync("modest"));
        var streams = new List<HttpResponseMessage>();
        try
        {
            while (streams.Count < OfKey)
            {
                streams.Add(await OpenAsync(path, Key, 200));
            }

            using var refused = await OpenAsync(path, Key, 429);
            Assert.Equal("key_watchers_full", await CodeOfAsync(refused));
            Assert.NotNull(refused.Headers.RetryAfter);
            streams.Add(await OpenAsync(path, modesty, 200));
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }

        await AreFreeAsync();
    }

    /// <summary>A wait is a watcher, and one too many is answered at once, as without its wish.</summary>
    [Fact]
    public async Task waits_are_held_in_the_same_seats()
    {
        var scene = await Server.AddSceneAsync("waiter", "AwaitingTheme");
        var token = await TokenAsync("waiter");
        var (_, tag) = await AskAsync(scene, token);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waits = Enumerable.Range(0, OfSession).Select(_ => WaitAsync(scene, token, tag, leaving.Token)).ToList();
        await UntilAsync(() => Server.Watchers == OfSession);

        Assert.Equal((304, tag), await AskAsync(scene, token, ("Prefer", "wait=60"), ("If-None-Match", tag)));
        using var stream = await OpenAsync($"/api/scenes/{scene}/events", token, 429);

        await leaving.CancelAsync();
        await Task.WhenAll(waits);
        await AreFreeAsync();
    }

    /// <summary>Seats are taken by who watches, and by nobody who is refused.</summary>
    [Fact]
    public async Task who_may_not_watch_takes_no_seat()
    {
        var scene = await Server.AddSceneAsync("watched", "AwaitingTheme");
        var token = await TokenAsync("stranger");
        for (var one = 0; one < 2 * OfAll; one++)
        {
            using var refused = await OpenAsync($"/api/scenes/{scene}/events", token, 404);
        }

        await AreFreeAsync();
    }

    /// <summary>There a connection could carry hundreds of streams at once.</summary>
    [Fact]
    public async Task no_connection_is_http2_without_tls()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => Server.Client.SendAsync(request, Stop));

        var upgraded = await RawHttp.SendAsync(
            Server.Port,
            "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
        Assert.Equal([200], RawHttp.StatusesOf(upgraded));
        var known = await RawHttp.SendAsync(Server.Port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0", isTheEnd: true);
        Assert.DoesNotContain(RawHttp.StatusesOf(known), status => status < 400);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "What was waited for did not come.");
            await Task.Delay(10, Stop);
        }
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage refused)
        => JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync(Stop))
            .GetProperty("code").GetString();

    private Task AreFreeAsync() => UntilAsync(() => Server.Watchers == 0);

    private async Task<(string Name, string Value)> TokenAsync(string sessionId)
        => AccessServer.Bearer((await Server.AskAsync("POST", "/api/sessions", new { sessionId }, Key)).Body.GetProperty("token").GetString()!);

    private async Task<HttpResponseMessage> OpenAsync(string path, (string Name, string Value) caller, int status)
    {
        var answer = await Server.SendAsync("GET", path, null, caller);
        Assert.Equal(status, (int)answer.StatusCode);
        return answer;
    }

    private async Task<(int Status, string Tag)> AskAsync(Guid scene, params (string Name, string Value)[] headers)
    {
        using var answer = await Server.SendAsync("GET", $"/api/scenes/{scene}", null, headers);
        return ((int)answer.StatusCode, answer.Headers.ETag!.ToString());
    }

    /// <summary>Until the test leaves.</summary>
    private async Task WaitAsync(Guid scene, (string Name, string Value) token, string tag, CancellationToken leaving)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/scenes/{scene}");
        foreach (var (name, value) in new[] { token, ("Prefer", "wait=60"), ("If-None-Match", tag) })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Server.Client.SendAsync(request, leaving));
    }
}
