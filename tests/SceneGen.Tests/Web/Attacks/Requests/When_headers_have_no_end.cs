using System.Net.Sockets;

namespace SceneGen.Tests.Web.Attacks.Requests;

public sealed class When_headers_have_no_end(AttackedServer server) : Attack(server)
{
    private const string Beginning = "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";

    /// <summary>Those of <see cref="Beginning"/>.</summary>
    private const int Begun = 2;

    private const int MostHeaders = 64;
    private const int LargestHeaders = 16 * 1024;

    /// <summary>The answer may be lost where the server closes while much is under way; never is it another one.</summary>
    [Fact]
    public async Task one_of_64_kib_is_refused()
        => Assert.Contains(await StatusAsync($"X-Long: {new string('x', 65_536)}\r\n"), (int[])[0, 431]);

    [Fact]
    public async Task a_thousand_are_refused()
        => Assert.Equal(431, await StatusAsync(string.Concat(Enumerable.Range(0, 1000).Select(one => $"X-{one}: y\r\n"))));

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 431)]
    public async Task one_more_than_are_taken_is_one_too_many(int more, int status)
        => Assert.Equal(
            status, await StatusAsync(string.Concat(Enumerable.Range(Begun, MostHeaders - Begun + more).Select(one => $"X-{one}: y\r\n"))));

    [Theory]
    [InlineData(-1024, 200)]
    [InlineData(1, 431)]
    public async Task together_they_are_as_long_as_is_told(int more, int status)
        => Assert.Equal(
            status, await StatusAsync($"X-Long: {new string('x', (LargestHeaders / 2) - 8)}\r\nX-Other: {new string('x', (LargestHeaders / 2) + more)}\r\n"));

    [Theory]
    [InlineData("X-Long: ")]
    [InlineData("X-")]
    [InlineData("Cookie: scenegen_session=")]
    [InlineData("Authorization: Bearer ")]
    public async Task a_line_that_goes_on_and_on_is_cut_off(string line)
    {
        const int Far = 1024;
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Server.Port, Stop);
        await using var stream = socket.GetStream();
        await RawHttp.TryWriteAsync(stream, Beginning + line);
        var answering = RawHttp.RestAsync(stream);

        var kibibytes = 0;
        while (!answering.IsCompleted && kibibytes < Far && await RawHttp.TryWriteAsync(stream, new string('x', 1024)))
        {
            kibibytes++;
            if (kibibytes * 1024 > LargestHeaders)
            {
                await Task.WhenAny(answering, Task.Delay(50, Stop));
            }
        }

        Assert.Contains(RawHttp.StatusOf(await answering), (int[])[0, 431]);
        Assert.InRange(kibibytes, 1, Far - 1);
    }

    private async Task<int> StatusAsync(string headers)
        => RawHttp.StatusOf(await RawHttp.SendAsync(Server.Port, $"{Beginning}{headers}\r\n"));
}
