using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;

namespace SceneGen.Tests.Web.Pictures;

public sealed class When_links_are_signed : IAsyncLifetime
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string OldKey = "fedcba9876543210fedcba9876543210";

    private readonly AssetServer _server = new(Settings(("Key", Key), ("KeyId", "b"), ("PreviousKey", OldKey), ("PreviousKeyId", "a")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SceneLinks Links => _server.Services.GetRequiredService<SceneLinks>();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task a_link_is_good_and_no_cache_keeps_it_longer_than_that()
    {
        using var answer = await GetAsync(Links.Picture(_server.Sha256, "image/jpeg"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cache = answer.Headers.CacheControl!;
        Assert.True(cache.Private);
        Assert.InRange(cache.MaxAge!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task it_expires()
    {
        var link = Links.Picture(_server.Sha256, "image/jpeg");
        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        using var late = await GetAsync(link);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        using var tooLate = await GetAsync(link);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [late.StatusCode, tooLate.StatusCode]);
        Assert.InRange(late.Headers.CacheControl!.MaxAge!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Contains("link_expired", await tooLate.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(tooLate.Headers.CacheControl);
    }

    [Fact]
    public void asked_for_again_at_once_it_is_the_same()
        => Assert.Equal(Links.Picture(_server.Sha256, "image/jpeg"), Links.Picture(_server.Sha256, "image/jpeg"));

    [Theory]
    [InlineData("")]
    [InlineData("?exp=1893467040&kid=b")]
    [InlineData("?exp=1893467040&kid=b&sig=AAAA")]
    [InlineData("?exp=x&kid=b&sig=!")]
    public async Task one_without_our_signature_is_refused(string query)
    {
        using var answer = await GetAsync($"/assets/{_server.Sha256}.jpg{query}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("link_not_signed", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exp=", "exp=9")]
    [InlineData("kid=b", "kid=a")]
    [InlineData("kid=b", "kid=c")]
    [InlineData(".jpg", ".png")]
    public async Task whatever_is_changed_in_it_breaks_the_signature(string part, string other)
    {
        await _server.AddAsync(AssetServer.Picture, "png");
        var link = Links.Picture(_server.Sha256, "image/jpeg").Replace(part, other, StringComparison.Ordinal);

        using var answer = await GetAsync(link);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task the_key_before_is_still_good_and_a_key_of_old_is_not()
    {
        using var before = await GetAsync(LinkOf("a", OldKey));
        using var old = await GetAsync(LinkOf("a", "another key of thirty-two letters"));
        using var unknown = await GetAsync(LinkOf("z", Key));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [before.StatusCode, old.StatusCode, unknown.StatusCode]);
    }

    [Theory]
    [InlineData(null, "Images:Signing:Key is empty")]
    [InlineData("short", "Images:Signing:Key is set to a value not shown")]
    public async Task without_a_good_key_nothing_starts(string? key, string sentence)
    {
        await using var server = new AssetServer(Settings(("Key", key)));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () => await server.InitializeAsync());

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Dictionary<string, string?> Settings(params (string Name, string? Value)[] signing)
    {
        var settings = signing.ToDictionary(one => $"Images:Signing:{one.Name}", one => one.Value, StringComparer.Ordinal);
        settings["Images:Links"] = "signed";
        return settings;
    }

    private string LinkOf(string keyId, string key)
    {
        var signer = new LinkSigner(Options.Create(new SigningOptions { KeyId = keyId, Key = key }), _server.Clock);
        var file = $"{_server.Sha256}.jpg";
        return $"/assets/{file}{signer.Sign(file)}";
    }

    private Task<HttpResponseMessage> GetAsync(string link)
        => _server.Client.GetAsync(new Uri(link, UriKind.Relative), Stop);
}
