using System.Net.Sockets;
using System.Text;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks;

public sealed class When_connections_are_held(AttackedServer server) : Attack(server)
{
    private const int Many = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("GET /api/scenes HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")]
    [InlineData("POST /api/scenes HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sg_both\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{")]
    public async Task others_are_served_beside_those_that_trickle(string beginning)
    {
        var held = new List<TcpClient>();
        try
        {
            for (var one = 0; one < Many; one++)
            {
                var socket = new TcpClient();
                held.Add(socket);
                await socket.ConnectAsync("127.0.0.1", Server.Port, Stop);
                await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), Stop);
            }

            for (var round = 0; round < 5; round++)
            {
                foreach (var socket in held)
                {
                    await socket.GetStream().WriteAsync("x"u8.ToArray(), Stop);
                }

                using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
                patience.CancelAfter(TimeSpan.FromSeconds(5));
                using var answer = await Server.Client.GetAsync("/health/live", patience.Token);
                Assert.True(answer.IsSuccessStatusCode);
            }
        }
        finally
        {
            held.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task streams_are_as_many_as_there_are_seats_and_a_seat_is_free_again()
    {
        var scene = await Server.AddSceneAsync("watcher", "AwaitingTheme");
        var path = $"/api/scenes/{scene}/events";
        var token = AccessServer.Bearer(
            (await Server.AskAsync("POST", "/api/sessions", new { sessionId = "watcher" }, Key)).Body.GetProperty("token").GetString()!);
        var streams = new List<HttpResponseMessage>();
        try
        {
            for (var one = 0; one < 3; one++)
            {
                streams.Add(await OpenAsync(path, token, 200));
            }

            using var fourth = await OpenAsync(path, token, 429);
            Assert.NotNull(fourth.Headers.RetryAfter);
            streams.Add(await OpenAsync(path, Key, 200));
            streams.Add(await OpenAsync(path, Key, 200));
            using var sixth = await OpenAsync(path, Key, 503);
            Assert.NotNull(sixth.Headers.RetryAfter);
            Assert.Equal(200, await Server.StatusAsync("GET", $"/api/scenes/{scene}", null, token));
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }

        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var again = await Server.SendAsync("GET", path, null, token);
            if ((int)again.StatusCode == 200)
            {
                break;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "No seat is free again.");
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(string path, (string Name, string Value) caller, int status)
    {
        var answer = await Server.SendAsync("GET", path, null, caller);
        Assert.Equal(status, (int)answer.StatusCode);
        return answer;
    }
}
