using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Callbacks;
using SceneGen.Callbacks.Telling;
using SceneGen.Operations.Alerts;
using SceneGen.Scenes.Options;
using SceneGen.Settings;
using SceneGen.Tests.Assets.Fetching;

namespace SceneGen.Tests.Callbacks;

public sealed class When_a_callback_url_is_judged
{
    public static TheoryData<string> Hostile => When_an_avatar_url_is_judged.Hostile;

    [Theory]
    [InlineData("https://shop.example.org/hooks?token=a")]
    [InlineData("http://127.0.0.1:9000/hook")]
    public void a_public_or_trusted_one_is_taken(string url) => Assert.Null(Rules().Refuse(url));

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void any_other_is_refused_without_being_repeated(string url)
    {
        var sentence = Rules().Refuse(url);

        Assert.Matches("^The callback URL [^:]+: (send|write) [^:]+\\.$", sentence ?? "(accepted)");
        Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void nor_may_the_operator_set_one(string url)
    {
        IsNoSetting<AlertOptions>("Alerts:Webhook", url, services => services.AddAlerts());
        IsNoSetting<CompensationOptions>(
            "Compensation:CallbackUrl",
            url,
            services => services.AddSettings<CompensationOptions>("Compensation").AddCallbacks());
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://shop.example.org/hooks?token=a")]
    [InlineData("http://127.0.0.1:9000/hook")]
    public void the_operator_may_set_a_public_or_trusted_one_or_none(string url)
        => Assert.Equal(url, Setting<AlertOptions>("Alerts:Webhook", url, services => services.AddAlerts()).Webhook);

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

    private static void IsNoSetting<T>(string key, string url, Action<IServiceCollection> add)
        where T : class
    {
        if (url.Length > 0)
        {
            var fault = Assert.Throws<OptionsValidationException>(() => Setting<T>(key, url, add));
            Assert.Contains(key, fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret@", fault.Message, StringComparison.Ordinal);
        }
    }

    private static T Setting<T>(string key, string url, Action<IServiceCollection> add)
        where T : class
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new(key, url),
            new("Fetching:TrustedHosts:0", "127.0.0.1:9000"),
            new("Compensation:CallbackSecret", CallbackReceiver.Secret),
        ]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddFetching();
        add(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }

    private static CallbackRules Rules(string secret = CallbackReceiver.Secret)
        => new(
            Options.Create(new FetchingOptions { TrustedHosts = ["127.0.0.1:9000"] }),
            Options.Create(new CallbackOptions { Secret = secret }));
}
