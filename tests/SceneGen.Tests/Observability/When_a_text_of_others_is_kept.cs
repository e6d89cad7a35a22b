using SceneGen.Observability;

namespace SceneGen.Tests.Observability;

public sealed class When_a_text_of_others_is_kept
{
    private const string Url = "https://avatars.example.org/fox.png?X-Signature=secret";

    [Theory]
    [InlineData("404 Client Error: Not Found for url: " + Url, "404 Client Error: Not Found for url: (URL)")]
    [InlineData("no " + Url + ", nor HTTP://b.example/?t=secret", "no (URL) nor (URL)")]
    [InlineData("s3://bucket/secret and data:image/png;base64,secret==", "(URL) and (URL)")]
    [InlineData("""{"url":"https:\/\/a.example\/secret"}""", """{"url":"(URL)""")]
    [InlineData("(https://user:secret@a.example)", "((URL)")]
    [InlineData("see //a.example/secret", "see (URL)")]
    [InlineData(
        "HTTPSConnectionPool(host='a.example'): Max retries exceeded with url: /fox.png?X-Signature=secret (Caused by",
        "HTTPSConnectionPool(host='a.example'): Max retries exceeded with url: (URL) (Caused by")]
    [InlineData("GET /fox.png?X-Amz-Signature=secret&X-Amz-Expires=60 failed", "GET (query) failed")]
    [InlineData("fox.png?token=secret", "(query)")]
    public void it_holds_no_address(string text, string kept) => Assert.Equal(kept, Redaction.Of(text));

    [Theory]
    [InlineData("Authorization: Bearer abcdefgh.secret", "Authorization: (token)")]
    [InlineData("bearer r8_secretsecretsecret", "(token)")]
    [InlineData("the token r8_secret is wrong", "the token (token) is wrong")]
    [InlineData("whsec_secret+/==", "(token)")]
    [InlineData("key AKIAsecret", "key (token)")]
    [InlineData("api_key=secret, next", "api_key=(secret), next")]
    [InlineData("password: secret", "password=(secret)")]
    [InlineData("""{"signature":"secret"}""", """{"signature=(secret)"}""")]
    [InlineData("X-Amz-Signature=secret&a", "X-Amz-Signature=(secret)&a")]
    [InlineData("got 0123456789abcdef0123456789abcdef!", "got (token)!")]
    [InlineData(
        "data:image/png;base64,AAAA\nAAAABBBBCCCC0000111122223333444455==\nend", "(URL) (token) end")]
    public void it_holds_no_secret(string text, string kept)
    {
        Assert.Equal(kept, Redaction.Of(text));
        Assert.DoesNotContain("secretsecret", Redaction.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Out of memory (E1001)")]
    [InlineData("Prediction interrupted; please retry (code: PA)")]
    [InlineData("You did not pass a valid authentication token")]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 39.4 GiB total)")]
    [InlineData("Is it there? It is.")]
    [InlineData("Über den Wölken 🦊")]
    public void it_is_what_it_was_where_it_holds_none(string text) => Assert.Equal(text, Redaction.Of(text));

    [Theory]
    [InlineData("a\r\nwarn: forged\n\tline\u0000 \u2028 end ", "a warn: forged line end")]
    [InlineData(null, "")]
    [InlineData(" \n ", "")]
    public void it_is_one_line_that_any_log_and_database_takes(string? text, string kept)
        => Assert.Equal(kept, Redaction.Of(text));

    [Fact]
    public void half_a_character_is_none() => Assert.Equal("half \ufffd", Redaction.Of("half " + "🦊"[0]));

    [Theory]
    [InlineData(301, 300)]
    [InlineData(300, 300)]
    public void it_is_short(int length, int kept)
        => Assert.Equal(new string('é', kept), Redaction.Of(new string('é', length)));

    [Fact]
    public void it_does_not_end_within_a_character()
        => Assert.Equal(new string('é', 299), Redaction.Of(new string('é', 299) + "🦊"));

    [Theory]
    [InlineData('a')]
    [InlineData('1')]
    [InlineData('/')]
    [InlineData('?')]
    [InlineData('=')]
    [InlineData('+')]
    public void an_endless_word_is_read_in_time(char letter)
    {
        var kept = Redaction.Of(new string(letter, 1_000_000) + " " + Url);

        Assert.InRange(kept.Length, 1, 300);
        Assert.DoesNotContain("avatars.example.org", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void an_address_that_is_cut_off_is_still_one()
        => Assert.DoesNotContain(
            "example", Redaction.Whole(new string('é', 49_985) + " " + Url), StringComparison.Ordinal);
}
