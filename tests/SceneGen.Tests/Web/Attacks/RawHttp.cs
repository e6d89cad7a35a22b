using System.Net.Sockets;
using System.Text;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>Bytes as they are, for what a client library would mend.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All that is answered until the server closes; the request has to ask for that, or be refused.</summary>
    public static async Task<string> SendAsync(int port, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port, Stop);
        await using var stream = socket.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
            var buffer = new byte[4096];
            int read;
            while ((read = await stream.ReadAsync(buffer, Stop).AsTask().WaitAsync(Patience, Stop)) > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException broken)
        {
            // Refused while it was still being written; what was answered before counts.
            answer.Append(broken.Message.Length > 0 ? "" : " ");
        }

        return answer.ToString();
    }

    public static int StatusOf(string answer)
        => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), provider: null) : 0;
}
