using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_host_list_is_read
{
    [Theory]
    [InlineData("example.com", "https://example.com/a")]
    [InlineData("Example.COM", "https://example.com/a")]
    [InlineData("example.com", "https://EXAMPLE.com./a")]
    [InlineData("*.example.com", "https://a.b.example.com/")]
    [InlineData("example.com:8443", "https://example.com:8443/")]
    [InlineData("*.example.com:8443", "https://a.example.com:8443/")]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("[::1]", "https://[::1]/")]
    [InlineData("[::1]:81", "http://[0:0::1]:81/")]
    [InlineData("bücher.de", "https://xn--bcher-kva.de/")]
    public void an_entry_matches_its_host_and_port(string entry, string url) =>
        Assert.True(HostList.Parse([entry]).Matches(new Uri(url)));

    [Theory]
    [InlineData("example.com", "https://a.example.com/")]
    [InlineData("example.com", "https://notexample.com/")]
    [InlineData("example.com", "https://example.com.evil.net/")]
    [InlineData("example.com", "https://example.com:8443/")]
    [InlineData("example.com", "http://example.com/")]
    [InlineData("example.com", "https://example.com@evil.net/")]
    [InlineData("*.example.com", "https://example.com/")]
    [InlineData("*.example.com", "https://evilexample.com/")]
    [InlineData("example.com:8443", "https://example.com/")]
    [InlineData("127.0.0.1", "https://127.0.0.2/")]
    public void it_matches_nothing_else(string entry, string url) =>
        Assert.False(HostList.Parse([entry]).Matches(new Uri(url)));

    [Fact]
    public void a_trusted_host_without_a_port_is_trusted_on_any()
    {
        var trusted = HostList.ParseTrusted(["internal", "other:81"]);

        Assert.True(trusted.Matches(new Uri("http://internal:5000/")));
        Assert.True(trusted.Matches(new Uri("http://other:81/")));
        Assert.False(trusted.Matches(new Uri("http://other:82/")));
        Assert.True(HostList.Parse(["internal"]).Matches(new Uri("http://internal:5000/"), trusted));
        Assert.False(HostList.Parse(["other"]).Matches(new Uri("http://other:82/"), trusted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("a.*.b")]
    [InlineData("https://example.com")]
    [InlineData("example.com/path")]
    [InlineData("example.com:")]
    [InlineData("example.com:0")]
    [InlineData("example.com:65536")]
    [InlineData("example.com:https")]
    [InlineData("user@example.com")]
    [InlineData("exa mple.com")]
    [InlineData("a..b")]
    [InlineData("::1")]
    [InlineData("[::1")]
    [InlineData("[zz]")]
    [InlineData("*.127.0.0.1")]
    [InlineData("*.[::1]")]
    public void a_wrong_entry_is_told_in_one_sentence(string entry)
    {
        var exception = Assert.Throws<FormatException>(() => HostList.Parse([entry]));

        Assert.Equal($"'{entry}' names no host: write host, *.host or host:port.", exception.Message);
    }

    [Theory]
    [InlineData("Fetching:TrustedHosts")]
    [InlineData("Avatars:Hosts")]
    public void a_wrong_setting_stops_the_start(string key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { [key + ":0"] = "good.com", [key + ":4"] = "https://bad" }).Build();
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddFetching().BuildServiceProvider();

        var start = provider.GetRequiredService<IStartupValidator>();
        var exception = Assert.Throws<OptionsValidationException>(start.Validate);

        Assert.Equal(
            $"{key} is 'good.com', 'https://bad': write each entry as host, *.host or host:port.", exception.Message);
    }
}
