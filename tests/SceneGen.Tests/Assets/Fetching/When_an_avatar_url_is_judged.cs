using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_an_avatar_url_is_judged
{
    private static readonly string[] Trusted = ["127.0.0.1", "localhost", "avatars.internal:8080"];

    public static TheoryData<string> Hostile =>
    [
        "", " ", "avatar.png", "//example.com/a.png", "https:", "https://", "https:///a.png", "https:example.com",
        "http://example.com/a.png", "ftp://example.com/a.png", "file:///etc/passwd", "data:image/png;base64,AAAA",
        "javascript:alert(1)", "gopher://example.com/", "https://example.com:8443/a.png",
        "https://example.com:80/a.png",
        "https://user:secret@example.com/a.png", "https://user@example.com/", "https://@example.com/",
        "https://example.com\\@127.0.0.1/", "https:\\\\example.com\\a.png", "https://exam ple.com/",
        "https://a.com/a b",
        " https://example.com/", "https://example.com/\r\nHost: x", "https://example.com/\0",
        "https://example.com/\u00a0",
        "https://localhost/a.png", "https://LOCALHOST/", "https://localhost./", "https://api.localhost/",
        "https://localhost.localdomain/", "https://intranet/", "https://intranet./", "https://printer.local/",
        "https://printer.local./", "https://metadata.google.internal/", "https://router.lan/", "https://nas.home.arpa/",
        "https://127.0.0.1/", "https://127.0.0.1./", "https://127.1/", "https://0x7f.1/", "https://0x7f000001/",
        "https://0177.0.0.1/", "https://0177.1/", "https://2130706433/", "https://017700000001/", "https://0/",
        "https://127.0.0.1.1/", "https://1.2.3.256/", "https://foo.0x7f/", "https://10.0.0.1/", "https://172.16.0.1/",
        "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/", "https://0.0.0.0/",
        "https://224.0.0.1/", "https://255.255.255.255/", "https://192.0.2.1/", "https://198.18.0.1/",
        "https://008.008.008.008/", "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/", "https://[fe80::1]/", "https://[fe80::1%25eth0]/",
        "https://[2606:4700::1111%25eth0]/", "https://user@[2606:4700::1111]/",
        "https://[fc00::1]/", "https://[ff02::1]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/",
        "https://[2001:0:53aa:64c::1]/", "https://[2001:db8::1]/", "https://%6cocalhost/", "https://%31%32%37.0.0.1/",
        "https://example%2ecom/", "https://①②⑦.⓪.⓪.①/", "https://127。0。0。1/",
        "https://ⓛocalhost/", "https://bücher.de/",
        "https://loc\u00adalhost/", "https://a..b/", "https://.example.com/", "https://example.com:99999/",
        "https://example.com:443@127.0.0.1/", "https://[::1", "https://exa$mple.com/", "https://*.example.com/",
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void a_hostile_one_is_refused_in_one_sentence(string url)
    {
        var sentence = Policy().Refuse(url);

        Assert.Matches("^The avatar URL [^:]+: (send|write) [^:]+\\.$", sentence ?? "(accepted)");
        Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void a_missing_one_is_refused() =>
        Assert.Equal("The avatar URL is missing: send an https URL of a picture.", Policy().Refuse(null));

    [Theory]
    [InlineData("https://example.com/a.png")]
    [InlineData("HTTPS://Example.COM/a.png")]
    [InlineData("https://example.com:443/a.png")]
    [InlineData("https://example.com./a.png")]
    [InlineData("https://example.com")]
    [InlineData("https://cdn.example.co.uk/a/b.png?size=10&sig=%2Fabc#fragment")]
    [InlineData("https://example.com?x=http://127.0.0.1/")]
    [InlineData("https://example.com/@user/a.png")]
    [InlineData("https://example.com/bücher/😀.png")]
    [InlineData("https://xn--bcher-kva.de/a.png")]
    [InlineData("https://my-bucket.s3.eu-west-1.amazonaws.com/a.png")]
    [InlineData("https://1.example.com/a.png")]
    [InlineData("https://8.8.8.8/a.png")]
    [InlineData("https://[2606:4700::1111]/a.png")]
    [InlineData("https://localhost.example.com/")]
    public void a_good_one_is_accepted(string url) => Assert.Null(Policy().Refuse(url));

    [Theory]
    [InlineData("https://user:secret@example.com/", "holds a user name or password: send one that needs none")]
    [InlineData("https://0x7f.1/", "spells its host in an unusual way: write a plain ASCII name or address")]
    [InlineData("https://10.0.0.1/", "names a host that is not public: send an https URL on a public host")]
    [InlineData("https://example.com:8443/", "names port 8443: send an https URL on port 443")]
    [InlineData("http://example.com/", "is plain http: send an https URL of a picture")]
    public void the_sentence_says_what_is_wrong_and_what_to_send(string url, string sentence) =>
        Assert.Equal($"The avatar URL {sentence}.", Policy().Refuse(url));

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public void its_length_is_limited(int length, bool accepted)
    {
        var url = "https://example.com/".PadRight(length, 'a');

        var expected = accepted ? null : "The avatar URL is longer than 2,048 characters: send a shorter one.";
        Assert.Equal(expected, Policy().Refuse(url));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5081/a.png", true)]
    [InlineData("https://localhost:5081/a.png", true)]
    [InlineData("http://avatars.internal:8080/a.png", true)]
    [InlineData("http://avatars.internal/a.png", false)]
    [InlineData("http://127.0.0.2/a.png", false)]
    [InlineData("http://127.1/a.png", false)]
    [InlineData("http://user@127.0.0.1/a.png", false)]
    [InlineData("ftp://127.0.0.1/a.png", false)]
    public void a_trusted_host_may_be_plain_http_and_private(string url, bool accepted) =>
        Assert.Equal(accepted, Policy(Trusted).Refuse(url) is null);

    [Theory]
    [InlineData("https://avatars.com/a.png", true)]
    [InlineData("https://cdn.avatars.com/a.png", true)]
    [InlineData("https://example.com/a.png", false)]
    [InlineData("http://127.0.0.1:5081/a.png", true)]
    [InlineData("http://localhost:5081/a.png", false)]
    public void only_listed_hosts_are_accepted_when_there_is_a_list(string url, bool accepted) =>
        Assert.Equal(
            accepted, Policy(Trusted, "avatars.com", "*.avatars.com", "127.0.0.1").Refuse(url) is null);

    private static AvatarUrlPolicy Policy(string[]? trusted = null, params string[] hosts) => new(
        Options.Create(new FetchingOptions { TrustedHosts = trusted ?? [] }),
        Options.Create(new AvatarOptions { Hosts = hosts }));
}
