using System.Net;
using System.Net.Sockets;

namespace SceneGen.Tests.Running;

/// <summary>
/// A port that nobody listens on, for a program that has to be told one: of those below the ones that the system gives to
/// outgoing connections, so that none of these has taken it by the time the program starts.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 32_000;

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }
    }
}
