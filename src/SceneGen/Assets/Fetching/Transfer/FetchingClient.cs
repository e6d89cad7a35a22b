using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SceneGen.Assets.Fetching.Transfer;

internal static class FetchingClient
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient Create(CheckedConnection connection, string accepts)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            MaxResponseDrainSize = 0,
            SslOptions = new SslClientAuthenticationOptions
            {
                // A certificate may name an address to fetch its issuer from: no guard would see that request.
                CertificateChainPolicy = new X509ChainPolicy
                {
                    DisableCertificateDownloads = true,
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },

            // Strangers are not told the trace they are part of.
            ActivityHeadersPropagator = null,
            ConnectCallback = connection.OpenAsync,
        };

        // Whoever uses it keeps the time.
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Add("Accept", accepts);
        client.DefaultRequestHeaders.Add("User-Agent", "SceneGen");
        return client;
    }
}
