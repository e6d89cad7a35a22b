using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SceneGen.Tests.Running;

/// <summary>
/// A port that nobody listens on, for a program that has to be told one: of those below the ones that the system gives to
/// outgoing connections, so that none of these has taken it by the time the program starts. No two get the same, for one that
/// was ended may start again on its own.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly ConcurrentDictionary<int, bool> Seen = new();

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            if (Seen.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
