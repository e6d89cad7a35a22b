using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SceneGen.Benchmarks.Assets;

/// <summary>One connection over which the same request goes again and again; costs less than an HTTP client does.</summary>
internal sealed class KeepAliveCaller : IDisposable
{
    private readonly TcpClient _connection = new() { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _request;
    private readonly Uri _url;

    public KeepAliveCaller(Uri url, string? entityTag)
    {
        var condition = entityTag is null ? "" : $"If-None-Match: {entityTag}\r\n";
        _url = url;
        _request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\n{condition}\r\n");
    }

    public async Task<int> CallUntilAsync(int status, CancellationToken end)
    {
        await _connection.ConnectAsync(_url.Host, _url.Port, CancellationToken.None);
        var calls = 0;
        while (!end.IsCancellationRequested)
        {
            await CallAsync(status);
            calls++;
        }

        return calls;
    }

    public void Dispose() => _connection.Dispose();

    private async Task CallAsync(int status)
    {
        var stream = _connection.GetStream();
        await stream.WriteAsync(_request);
        var filled = 0;
        int end;
        while ((end = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += await ReadAsync(stream, filled);
        }

        var head = Encoding.ASCII.GetString(_buffer, 0, end);
        if (!head.StartsWith($"HTTP/1.1 {status}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The server answered: {head.Split('\r')[0]}");
        }

        for (var left = LengthIn(head) - (filled - end - 4); left > 0;)
        {
            left -= await ReadAsync(stream, 0);
        }
    }

    private async Task<int> ReadAsync(NetworkStream stream, int offset)
        => await stream.ReadAsync(_buffer.AsMemory(offset)) is var read and > 0
            ? read
            : throw new InvalidOperationException("The server closed the connection.");

    private static long LengthIn(string head)
        => head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            is { } line
            ? long.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture)
            : 0;
}
