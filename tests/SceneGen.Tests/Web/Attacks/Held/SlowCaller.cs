using System.Net.Sockets;

namespace SceneGen.Tests.Web.Attacks.Held;

/// <summary>A connection whose caller says one thing, and then a space now and then.</summary>
internal sealed class SlowCaller : IDisposable
{
    private readonly TcpClient _socket = new();
    private readonly long _since = TimeProvider.System.GetTimestamp();

    private SlowCaller()
    {
    }

    /// <summary>What was answered when the server let go, and after what time.</summary>
    public Task<(string Answer, TimeSpan After)> End { get; private set; } = null!;

    public static async Task<SlowCaller> CallAsync(int port, string beginning)
    {
        var caller = new SlowCaller();
        await caller._socket.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        await RawHttp.TryWriteAsync(caller._socket.GetStream(), beginning);
        caller.End = caller.ListenAsync();
        return caller;
    }

    public async Task TrickleAsync()
    {
        if (!End.IsCompleted)
        {
            await RawHttp.TryWriteAsync(_socket.GetStream(), " ");
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<(string, TimeSpan)> ListenAsync()
    {
        var answer = await RawHttp.RestAsync(_socket.GetStream());
        return (answer, TimeProvider.System.GetElapsedTime(_since));
    }
}
