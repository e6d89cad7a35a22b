using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Replicate;

namespace SceneGen.Tests.Replicate;

public sealed class When_the_providers_address_is_plain_http
{
    [Theory]
    [InlineData("Replicate:BaseUrl", "http://replicate.internal:8080/v1")]
    [InlineData("Replicate:WebhookBaseUrl", "http://replicate.internal")]
    public void a_host_that_is_trusted_may_have_it(string key, string address)
        => Assert.Empty(Refusals((key, address), ("Fetching:TrustedHosts:0", "replicate.internal")));

    [Theory]
    [InlineData("Replicate:BaseUrl")]
    [InlineData("Replicate:WebhookBaseUrl")]
    public void this_machine_may_have_it(string key)
        => Assert.Empty(Refusals((key, "http://127.0.0.1:5080/v1")));

    [Theory]
    [InlineData("Replicate:BaseUrl")]
    [InlineData("Replicate:WebhookBaseUrl")]
    public void any_other_host_is_refused_in_one_sentence(string key)
    {
        var refusal = Assert.Single(Refusals((key, "http://replicate.internal"), ("Fetching:TrustedHosts:0", "other.internal")));

        Assert.StartsWith($"{key} is 'http://replicate.internal': write ", refusal, StringComparison.Ordinal);
        Assert.EndsWith("http is for loopback and the hosts of Fetching:TrustedHosts only.", refusal, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Refusals(params (string Key, string Value)[] settings)
    {
        var given = settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value);
        given["Replicate:ApiToken"] = ReplicateCaller.Token;
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(given).Build())
            .AddFetching()
            .AddReplicate()
            .BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refusal)
        {
            return refusal.Failures;
        }
    }
}
