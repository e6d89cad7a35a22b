using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SceneGen.Tests.Running;

/// <summary>
/// A port for a program that has to be told one, kept for it as long as the tests run: a socket that is bound and does not
/// listen lets the program listen there, today and after every kill, while the system gives the port to nobody else.
/// </summary>
internal static class FreePort
{
    // Below those that the system gives to connections, and above those that compose/services.sh takes.
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly ConcurrentDictionary<int, Socket> Kept = new();

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            if (IsFree(socket, port) && Kept.TryAdd(port, socket))
            {
                return port;
            }

            socket.Dispose();
        }
    }

    private static bool IsFree(Socket socket, int port)
    {
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
