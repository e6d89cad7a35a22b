using System.Net;
using System.Net.Sockets;

namespace SceneGen.Assets.Fetching.Transfer;

// Connects to the very address it has checked: a name that is resolved twice may answer differently.
internal sealed class CheckedConnection(HostList trusted, Network network)
{
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var uri = context.InitialRequestMessage.RequestUri!;
        var addresses = await network.Resolve(context.DnsEndPoint.Host, cancellationToken);
        if (!trusted.Matches(uri) && !addresses.All(PublicAddress.IsPublic))
        {
            throw FetchException.About(uri, FetchFailure.Refused, "is on an address that is not public");
        }

        return await ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var failure = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            try
            {
                return await network.Connect(new IPEndPoint(address, port), cancellationToken);
            }
            catch (SocketException exception)
            {
                failure = exception;
            }
        }

        throw failure;
    }
}
