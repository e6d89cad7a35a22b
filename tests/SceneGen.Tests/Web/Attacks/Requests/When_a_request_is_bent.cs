namespace SceneGen.Tests.Web.Attacks.Requests;

public sealed class When_a_request_is_bent(AttackedServer server) : Attack(server)
{
    private const string Host = "Host: 127.0.0.1\r\nConnection: close\r\n";

    [Theory]
    [InlineData("/api/../ops")]
    [InlineData("/api/../api/ops/gates")]
    [InlineData("/ui/../ops")]
    [InlineData("//api/ops/gates")]
    [InlineData("/api//ops/gates")]
    [InlineData("/api/%2e%2e/ops")]
    [InlineData("/%2e%2e/%2e%2e/ops")]
    [InlineData("/api/themes/%2e%2e%2fops")]
    [InlineData("/API/OPS/GATES")]
    [InlineData("/OPS")]
    [InlineData("/ops/")]
    [InlineData("/ops;x")]
    [InlineData("/ops;x=/ui/app.css")]
    [InlineData("/ops.")]
    [InlineData("/ops%20")]
    [InlineData("/ops%00")]
    [InlineData("/ops%2f")]
    [InlineData("/api%2fops%2fgates")]
    [InlineData("/api/ops/gates?x=/api/themes")]
    [InlineData("/api/ops/gates/")]
    [InlineData("/api/ops/gates.")]
    [InlineData("/\\ops")]
    [InlineData("/metrics/")]
    [InlineData("/METRICS")]
    [InlineData("/assets/../../etc/passwd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/....//....//etc/passwd")]
    [InlineData("/ui/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/ui/%5c..%5c..%5cappsettings.json")]
    [InlineData("/api/scenes/")]
    [InlineData("http://127.0.0.1/api/ops/gates")]
    [InlineData("http://evil.example.org/api/ops/gates")]
    [InlineData("*")]
    [InlineData("api/ops/gates")]
    public async Task a_path_opens_nothing_however_it_is_written(string path)
    {
        var answer = await RawHttp.SendAsync(Server.Port, $"GET {path} HTTP/1.1\r\n{Host}\r\n");

        Assert.InRange(RawHttp.StatusOf(answer), 400, 499);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For: 127.0.0.1")]
    [InlineData("X-Forwarded-Host: 127.0.0.1\r\nX-Forwarded-Proto: https")]
    [InlineData("X-Forwarded-Prefix: /ui")]
    [InlineData("X-Original-URL: /health/live")]
    [InlineData("X-Rewrite-URL: /health/live")]
    [InlineData("X-HTTP-Method-Override: GET")]
    [InlineData("X-Original-Method: GET")]
    [InlineData("X-Real-IP: 127.0.0.1")]
    [InlineData("Forwarded: for=127.0.0.1;host=127.0.0.1")]
    [InlineData("Cookie: scenegen_operator=local")]
    [InlineData("Cookie: scenegen_session=; scenegen_session=x; scenegen_operator=local")]
    [InlineData("Authorization: Bearer")]
    [InlineData("Authorization: Bearer \t")]
    [InlineData("Authorization: Bearer x\r\nAuthorization: Bearer sg_both")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: evil.example.org")]
    [InlineData("Host : 127.0.0.1")]
    [InlineData("X-A: a\0b")]
    [InlineData("X-A: a\rb")]
    [InlineData("X-A: a\nHost: evil.example.org")]
    [InlineData("X-\u00e9: a")]
    [InlineData(" folded: a")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 1, 2")]
    [InlineData("Transfer-Encoding: gzip, identity")]
    public async Task a_header_opens_nothing_whatever_it_says(string header)
    {
        var answer = await RawHttp.SendAsync(Server.Port, $"GET /api/ops/gates HTTP/1.1\r\n{Host}{header}\r\n\r\n");

        Assert.InRange(RawHttp.StatusOf(answer), 400, 499);
    }
}
