using Microsoft.Extensions.Options;
using SceneGen.Assets.Avatars;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Fetching.Judging;
using SceneGen.Replicate;

namespace SceneGen.Generation.Avatars;

/// <summary>Says at the start what scene after scene would find out: that the provider cannot fetch some avatars.</summary>
internal sealed partial class UnreachableAvatars(
    IOptions<AvatarOptions> avatars,
    IOptions<FetchingOptions> fetching,
    IOptions<ReplicateOptions> replicate,
    ILogger<UnreachableAvatars> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var hosts = string.Join(", ", Hosts());
        if (hosts.Length > 0)
        {
            Log.OutOfReach(logger, hosts, new Uri(replicate.Value.BaseUrl).IdnHost);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> Hosts()
    {
        var trusted = HostList.ParseTrusted(fetching.Value.TrustedHosts);
        var allowed = HostList.Parse(avatars.Value.Hosts);
        var provider = new Uri(replicate.Value.BaseUrl);
        var isNear = trusted.Matches(provider) || UrlRules.IsPrivate(provider);
        if (isNear || avatars.Value.Upload is not AvatarUpload.Never)
        {
            return [];
        }

        return fetching.Value.TrustedHosts.Where(entry =>
        {
            var host = new Uri($"https://{entry.Replace("*.", "", StringComparison.Ordinal)}/");
            return UrlRules.IsPrivate(host) && (allowed.IsEmpty || allowed.Matches(host, trusted));
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Avatars on {Hosts} cannot be fetched by {Provider}: set Avatars:Upload to private, and their bytes are sent to it instead.")]
        public static partial void OutOfReach(ILogger logger, string hosts, string provider);
    }
}
