using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Settings;

namespace SceneGen.Replicate;

/// <summary>The way to the provider and back is https, except on this machine and on hosts that the operator trusts.</summary>
internal sealed class ProviderAddresses(IOptions<FetchingOptions> fetching) : IValidateOptions<ReplicateOptions>
{
    private const string PlainHttp = "http is for loopback and the hosts of Fetching:TrustedHosts only";

    public ValidateOptionsResult Validate(string? name, ReplicateOptions options)
    {
        var wrong = new List<WrongSetting>();
        if (!IsSafe(options.BaseUrl))
        {
            wrong.Add(WrongSetting.Of(
                "Replicate:BaseUrl",
                options.BaseUrl,
                $"write an https address such as https://api.replicate.com/v1; {PlainHttp}"));
        }

        if (options.WebhookBaseUrl.Length > 0 && !IsSafe(options.WebhookBaseUrl))
        {
            wrong.Add(WrongSetting.Of(
                "Replicate:WebhookBaseUrl",
                options.WebhookBaseUrl,
                "write the https address at which the provider reaches this service, such as https://scenes.example.org; "
                + PlainHttp));
        }

        return wrong.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(setting => setting.Sentence));
    }

    private bool IsSafe(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == "https" || (url.Scheme == "http" && (url.IsLoopback || IsTrusted(url))));

    private bool IsTrusted(Uri url) => HostList.ParseTrusted(fetching.Value.TrustedHosts).Matches(url);
}
