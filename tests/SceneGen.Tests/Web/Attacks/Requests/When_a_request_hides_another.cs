namespace SceneGen.Tests.Web.Attacks.Requests;

/// <summary>What one reader of the bytes takes for a body, and another for a request.</summary>
public sealed class When_a_request_hides_another(AttackedServer server) : Attack(server)
{
    private const string Host = "Host: 127.0.0.1\r\n";
    private const string Hidden = $"GET /health/live HTTP/1.1\r\n{Host}Connection: close\r\n\r\n";

    /// <summary>What is hidden is reached by a reader who takes the first request for one without a body.</summary>
    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity")]
    [InlineData("Transfer-Encoding: chunked, identity")]
    [InlineData("Transfer-Encoding: identity")]
    [InlineData("Transfer-Encoding: xchunked")]
    [InlineData("Transfer-Encoding : chunked")]
    [InlineData("Transfer-Encoding: \u000bchunked")]
    [InlineData("Transfer-Encoding:\r\n chunked")]
    [InlineData("X: y\r\n Transfer-Encoding: chunked")]
    [InlineData("X: y\r\n\tz")]
    [InlineData("X: y\rTransfer-Encoding: chunked")]
    [InlineData("X: y\0")]
    [InlineData("X y")]
    [InlineData(": y")]
    [InlineData("Content-Length: 4\r\nContent-Length: 200")]
    [InlineData("Content-Length: 4\r\nContent-Length: 4")]
    [InlineData("Content-Length: 4, 4")]
    [InlineData("Content-Length: -4")]
    [InlineData("Content-Length: 0x4")]
    [InlineData("Content-Length: 4 4")]
    [InlineData("Content-Length: ")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length : 4")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: evil.example.org")]
    [InlineData("Host : evil.example.org")]
    public async Task its_length_is_told_in_one_way_or_not_at_all(string length)
        => await IsOneAndRefusedAsync($"{length}\r\n\r\n0\r\n\r\n");

    [Theory]
    [InlineData("2;a\n{}\r\n0\r\n\r\n")]
    [InlineData("2;a=\"\n\"\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\n{}\n0\n\n")]
    [InlineData("2\r{}\r\n0\r\n\r\n")]
    [InlineData("0x2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("+2\r\n{}\r\n0\r\n\r\n")]
    [InlineData(" 2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("g\r\n{}\r\n0\r\n\r\n")]
    [InlineData("\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}0\r\n\r\n")]
    [InlineData("1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("100000002\r\n{}\r\n0\r\n\r\n")]
    public async Task its_chunks_are_written_as_they_should_be(string chunks)
        => await IsOneAndRefusedAsync($"Transfer-Encoding: chunked\r\n\r\n{chunks}");

    /// <summary>Whoever reads the body, and whatever for.</summary>
    [Theory]
    [InlineData("/api/scenes/batch")]
    [InlineData("/api/avatars")]
    [InlineData("/api/themes/neon-city/preview")]
    [InlineData("/webhooks/replicate/any")]
    public async Task a_chunk_beyond_all_measure_is_no_fault_of_the_service(string path)
        => await IsOneAndRefusedAsync("Transfer-Encoding: chunked\r\n\r\n100000002\r\n{}\r\n0\r\n\r\n", path);

    [Theory]
    [InlineData("POST http://evil.example.org/api/scenes HTTP/1.1")]
    [InlineData("POST http://127.0.0.1@evil.example.org/api/scenes HTTP/1.1")]
    [InlineData("POST http://127.0.0.1:1/api/scenes HTTP/1.1")]
    [InlineData("POST //evil.example.org/api/scenes HTTP/1.1")]
    [InlineData("POST /api/scenes HTTP/1.1 GET /health/live")]
    [InlineData("POST /api/scenes  HTTP/1.1")]
    [InlineData("POST\t/api/scenes HTTP/1.1")]
    [InlineData("POST /api/scenes HTTP/1.2")]
    [InlineData("POST /api/scenes HTTP/0.9")]
    [InlineData("POST /api/scenes")]
    [InlineData("CONNECT evil.example.org:443 HTTP/1.1")]
    public async Task its_first_line_names_this_server_or_none(string line)
    {
        var answers = RawHttp.StatusesOf(await RawHttp.SendAsync(
            Server.Port, $"{line}\r\n{Host}{Key.Name}: {Key.Value}\r\nConnection: close\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{{}}{Hidden}"));

        Assert.InRange(Assert.Single(answers), 400, 505);
        Assert.NotEqual(500, answers[0]);
    }

    /// <summary>What comes behind the length that was told is a request of its own, by somebody who showed nothing.</summary>
    [Fact]
    public async Task what_comes_behind_it_has_none_of_its_rights()
    {
        var answers = RawHttp.StatusesOf(await RawHttp.SendAsync(
            Server.Port,
            $"POST /api/scenes HTTP/1.1\r\n{Host}{Key.Name}: {Key.Value}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"
            + $"GET /api/ops/gates HTTP/1.1\r\n{Host}Connection: close\r\n\r\n"));

        Assert.Equal([400, 401], answers);
    }

    [Fact]
    public async Task a_body_longer_than_was_told_is_no_request()
    {
        var answers = RawHttp.StatusesOf(await RawHttp.SendAsync(
            Server.Port,
            $"POST /api/scenes HTTP/1.1\r\n{Host}{Key.Name}: {Key.Value}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n"
            + "{}{\"theme\":\"neon-city\"}\r\n\r\n"));

        Assert.Equal([400, 400], answers);
    }

    [Fact]
    public async Task a_body_shorter_than_was_told_is_refused()
        => AreOneAndRefused(await RawHttp.SendAsync(
            Server.Port,
            $"POST /api/scenes HTTP/1.1\r\n{Host}{Key.Name}: {Key.Value}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{}}",
            isTheEnd: true));

    private async Task IsOneAndRefusedAsync(string rest, string path = "/api/scenes")
        => AreOneAndRefused(await RawHttp.SendAsync(
            Server.Port, $"POST {path} HTTP/1.1\r\n{Host}{Key.Name}: {Key.Value}\r\nContent-Type: application/json\r\n{rest}{Hidden}"));

    /// <summary>The answer may be lost where the server closes before all was read; there is no other, and no second one.</summary>
    private static void AreOneAndRefused(string answer)
    {
        var statuses = RawHttp.StatusesOf(answer);
        Assert.True(statuses is [] or [400], answer);
    }
}
