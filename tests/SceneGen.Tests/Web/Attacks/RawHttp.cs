using System.Net.Sockets;
using System.Text;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>Bytes as they are, for what a client library would mend.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All that is answered until the server closes; the request has to ask for that, or be refused.</summary>
    public static async Task<string> SendAsync(int port, string request, bool isTheEnd = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port, Stop);
        await using var stream = socket.GetStream();
        if (await TryWriteAsync(stream, request) && isTheEnd)
        {
            socket.Client.Shutdown(SocketShutdown.Send);
        }

        return await RestAsync(stream);
    }

    /// <summary>False where the server has closed: what it answered before counts.</summary>
    public static async Task<bool> TryWriteAsync(NetworkStream stream, string text)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), Stop);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What comes until the server closes, however it does.</summary>
    public static async Task<string> RestAsync(NetworkStream stream)
    {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, Stop).AsTask().WaitAsync(Patience, Stop)) > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException broken) when (broken.InnerException is SocketException)
        {
            return answer.ToString();
        }

        return answer.ToString();
    }

    /// <summary>0 where nothing was answered.</summary>
    public static int StatusOf(string answer)
        => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), provider: null) : 0;

    /// <summary>Of each answer, in their order.</summary>
    public static IReadOnlyList<int> StatusesOf(string answers)
        => [.. answers.Split("HTTP/1.1 ").Skip(1).Select(answer => int.Parse(answer.AsSpan(0, 3), provider: null))];
}
