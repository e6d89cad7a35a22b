using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

/// <summary>Whoever shows a certificate can name an address in it to fetch its issuer from.</summary>
public sealed class When_a_certificate_names_an_address
{
    [Fact]
    public async Task nobody_is_asked_there()
    {
        await using var house = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var greeting = GreetAsync(stranger, CertificateNaming(house.Url("/issuer.cer")));

        var exception = await house.FailAsync($"https://{stranger.LocalEndpoint}/a.png", ["127.0.0.1"], "127.0.0.1");
        await greeting;

        Assert.Equal(FetchFailure.Unavailable, exception.Failure);
        Assert.EndsWith("could not be fetched (SecureConnectionError).", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, house.Requests);
    }

    private static async Task GreetAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var caller = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var secured = new SslStream(caller.GetStream());
        var options = new SslServerAuthenticationOptions
        {
            // Offline, or the server would ask for its own issuer.
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [], offline: true),
        };
        var end = await Record.ExceptionAsync(
            () => secured.AuthenticateAsServerAsync(options, TestContext.Current.CancellationToken));

        // Whether the caller hangs up before or after the server is done is chance.
        Assert.True(end is null or IOException or AuthenticationException, end?.ToString());
    }

    private static X509Certificate2 CertificateNaming(string url)
    {
        using var authorityKey = RSA.Create(2048);
        using var key = RSA.Create(2048);
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var authority = new CertificateRequest(
            "CN=Nobody", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = authority.CreateSelfSigned(from, to);

        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([], [url]));
        using var leaf = request.Create(issuer, from, to, [1, 2, 3, 4]);
        using var whole = leaf.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null);
    }
}
