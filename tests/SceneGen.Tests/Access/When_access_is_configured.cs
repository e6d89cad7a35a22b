using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Access;
using SceneGen.Access.Keys;
using SceneGen.Scenes.Links;
using SceneGen.Settings;
using SceneGen.Web.Http.Security;

namespace SceneGen.Tests.Access;

public sealed class When_access_is_configured
{
    private static readonly string Hash = KeySecret.HashOf("sg_one");

    [Fact]
    public void keys_are_read_in_either_spelling()
    {
        var keys = Read<AuthOptions>(
            ("Auth:Keys:0:Name", "one"), ("Auth:Keys:0:Sha256", Hash.ToUpperInvariant()), ("Auth:Keys:0:Scopes:0", "ops"),
            ("Auth:Keys:5:Name", "two"), ("Auth:Keys:5:Sha256", KeySecret.HashOf("sg_two")), ("Auth:Keys:5:Scopes", "ops, scenes")).Keys;

        Assert.Equal([("one", "ops"), ("two", "ops,scenes")], keys.Select(key => (key.Name, string.Join(',', key.Scopes))));
        Assert.Equal(Hash, keys[0].Sha256);
    }

    [Theory]
    [InlineData("Auth:Keys:0:Name", "two words", "Auth:Keys:0:Name")]
    [InlineData("Auth:Keys:0:Sha256", "5f4dcc3b5aa765d61d8327deb882cf99", "Auth:Keys:0:Sha256")]
    [InlineData("Auth:Keys:0:Scopes", "everything", "Auth:Keys:0:Scopes")]
    [InlineData("Auth:Keys:0:Scopes", "", "Auth:Keys:0:Scopes")]
    [InlineData("Auth:Keys:1:Name", "ONE", "name of another key")]
    public void a_wrong_key_is_named_and_not_shown(string key, string? value, string named)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read<AuthOptions>(
            ("Auth:Keys:0:Name", "one"), ("Auth:Keys:0:Sha256", Hash), ("Auth:Keys:0:Scopes", "ops"),
            ("Auth:Keys:1:Name", "two"), ("Auth:Keys:1:Sha256", KeySecret.HashOf("sg_two")), ("Auth:Keys:1:Scopes", "ops"),
            (key, value)));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("5f4dcc3b", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://app.example.org", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("https://app.example.org/", false)]
    [InlineData("https://*.example.org", false)]
    [InlineData("https://App.example.org", false)]
    [InlineData("https://xn--bcher-kva.example", true)]
    [InlineData("https://bücher.example", false)]
    [InlineData("https://app.example.org; script-src *", false)]
    [InlineData("*", false)]
    [InlineData("app.example.org", false)]
    public void an_origin_is_written_as_browsers_send_it(string origin, bool isRight)
        => Assert.Equal(isRight, IsRight<EmbeddingOptions>(("Embedding:Origins:0", origin)));

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.0/24", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("proxy.example.org", false)]
    [InlineData("10.0.0.0/33", false)]
    public void a_proxy_is_an_address_or_a_network(string proxy, bool isRight)
        => Assert.Equal(isRight, IsRight<HttpOptions>(("Http:TrustedProxies:0", proxy)));

    private static bool IsRight<T>((string Key, string? Value) setting)
        where T : class
    {
        try
        {
            Read<T>(setting);
            return true;
        }
        catch (OptionsValidationException)
        {
            return false;
        }
    }

    // The last of the same key wins.
    private static T Read<T>(params (string Key, string? Value)[] settings)
        where T : class
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSettings<EmbeddingOptions>("Embedding")
            .AddSettings<HttpOptions>("Http")
            .AddKeys()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<T>>().Value;
    }
}
