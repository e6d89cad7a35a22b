using System.Net.Sockets;
using System.Text;
using SceneGen.Tests.Web.Attacks.Held;

namespace SceneGen.Tests.Web.Access;

public sealed class When_a_caller_is_slow(HurriedServer server) : IClassFixture<HurriedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_body_that_trickles_is_cut_off()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, Stop);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            "POST /api/scenes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"u8.ToArray(), Stop);

        // The server waits for the rest, and not for ever.
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync(Stop);

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("request_too_slow", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task headers_without_end_are_refused()
        => Assert.Equal(431, await server.StatusAsync("GET", "/api/scenes", null, ("X-Long", new string('x', 20_000))));

    [Fact]
    public async Task an_endless_address_is_refused()
        => Assert.Equal(414, await server.StatusAsync("GET", $"/api/scenes?cursor={new string('x', 10_000)}"));
}
