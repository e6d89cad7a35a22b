using Microsoft.AspNetCore.Http;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

/// <summary>Each is refused without a call to anybody, given as it is and come upon as a redirect.</summary>
public sealed class When_a_url_is_hostile
{
    public static TheoryData<string> Hostile =>
    [
        // Other schemes, other ports, no encryption, somebody's password.
        "http://example.com/a.png", "ftp://example.com/a.png", "file:///etc/passwd", "gopher://127.0.0.1:6379/_FLUSHALL",
        "dict://127.0.0.1:11211/stat", "ldap://127.0.0.1/", "jar:https://example.com!/a", "javascript:alert(1)",
        "unix:/var/run/docker.sock", "blob:https://example.com/1", "ws://example.com/", "HTTP://EXAMPLE.COM/",
        "https://example.com:22/", "https://example.com:8443/", "https://example.com:80/", "https://example.com:0/",
        "https://user:hunter2@example.com/", "https://user@example.com/", "https://example.com:443@127.0.0.1/",
        "https://8.8.8.8@10.0.0.1/", "https://a%40b@example.com/",

        // This machine, spelled in many ways.
        "https://127.0.0.1/", "https://127.1/", "https://127.0.1/", "https://0x7f.1/", "https://0x7f000001/",
        "https://0177.0.0.1/", "https://2130706433/", "https://017700000001/", "https://127.255.255.254/", "https://0/",
        "https://0.0.0.0/", "https://[::1]/", "https://[::]/", "https://[0:0:0:0:0:0:0:1]/", "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/", "https://localhost/", "https://LOCALHOST./",
        "https://%6cocalhost/", "https://127.0.0.1./", "https://%31%32%37.0.0.1/",

        // The house, and what clouds tell about themselves.
        "https://10.0.0.1/", "https://172.16.0.1/", "https://172.31.255.255/", "https://192.168.1.1/", "https://0xc0a80101/",
        "https://169.254.169.254/latest/meta-data/", "https://0xa9fea9fe/", "https://2852039166/",
        "https://[::ffff:a9fe:a9fe]/", "https://[fd00:ec2::254]/", "https://[fc00::1]/", "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/", "https://[fec0::1]/",

        // Special ranges, and IPv4 hidden in IPv6.
        "https://100.64.0.1/", "https://100.127.255.254/", "https://198.18.0.1/", "https://192.0.2.1/",
        "https://192.0.0.170/", "https://192.88.99.1/", "https://224.0.0.1/", "https://255.255.255.255/",
        "https://240.0.0.1/", "https://[64:ff9b::7f00:1]/", "https://[64:ff9b:1::a00:1]/", "https://[2002:7f00:1::]/",
        "https://[2002:a00:1::1]/", "https://[2001:0:53aa:64c:0:fbff:80ff:fffe]/", "https://[2001:db8::1]/",
        "https://[2606:4700::5efe:10.0.0.1]/", "https://[2606:4700::200:5efe:127.0.0.1]/", "https://[::ffff:0:127.0.0.1]/",
        "https://[100::1]/", "https://[3fff::1]/", "https://[5f00::1]/", "https://[ff02::1]/", "https://[::8.8.8.8]/",

        // Names that mean the house: the test's network says 10.1.2.3 to every name.
        "https://intranet/", "https://127.0.0.1.nip.io/", "https://localtest.me/", "https://metadata.google.internal/",
        "https://kubernetes.default.svc/", "https://redis.example.com/", "https://xn--bcher-kva.example/",
        "https://example.com./", "https://example.com%2f@127.0.0.1/", "https://example.com#@127.0.0.1/",
        "https:\\\\127.0.0.1\\", "https://127.0.0.1\\@example.com/", "https:///127.0.0.1/",
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task it_is_refused(string url)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        site.Network = new ScriptedNetwork();

        var exception = await site.FailAsync(url, []);

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Empty(site.Network.Called);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task a_redirect_to_it_is_refused(string url)
    {
        await using var site = await FetchingSite.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = url;
            return Task.CompletedTask;
        });
        site.Network = new ScriptedNetwork();

        var exception = await site.FailAsync(site.Url(), [$"127.0.0.1:{site.Port}"]);

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Equal([$"127.0.0.1:{site.Port}"], site.Network.Called);
    }
}
