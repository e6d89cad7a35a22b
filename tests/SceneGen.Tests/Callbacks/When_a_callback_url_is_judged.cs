using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Callbacks.Telling;

namespace SceneGen.Tests.Callbacks;

public sealed class When_a_callback_url_is_judged
{
    [Theory]
    [InlineData("https://shop.example.org/hooks?token=a")]
    [InlineData("http://127.0.0.1:9000/hook")]
    public void a_public_or_trusted_one_is_taken(string url) => Assert.Null(Rules().Refuse(url));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("http://shop.example.org/hook")]
    [InlineData("https://shop.example.org:8443/hook")]
    [InlineData("https://user:word@shop.example.org/hook")]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://0x7f.1/hook")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://[::ffff:127.0.0.1]/hook")]
    [InlineData("https://shop.example.org\\@10.0.0.1/hook")]
    public void any_other_is_refused_without_being_repeated(string url)
    {
        var sentence = Rules().Refuse(url);

        Assert.StartsWith("The callback URL ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("/hook", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void none_is_taken_while_nothing_could_be_signed()
        => Assert.Contains(
            "Callbacks:Secret", Rules(secret: "").Refuse("https://shop.example.org/hooks"), StringComparison.Ordinal);

    [Fact]
    public void a_secret_is_not_its_own_predecessor()
    {
        var options = new CallbackOptions { Secret = CallbackReceiver.Secret, FormerSecret = CallbackReceiver.Secret };

        var fault = Assert.Single(options.Validate(new ValidationContext(options)));

        Assert.StartsWith("Callbacks:FormerSecret is the same", fault.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", fault.ErrorMessage, StringComparison.Ordinal);
    }

    private static CallbackRules Rules(string secret = CallbackReceiver.Secret)
        => new(
            Options.Create(new FetchingOptions { TrustedHosts = ["127.0.0.1:9000"] }),
            Options.Create(new CallbackOptions { Secret = secret }));
}
