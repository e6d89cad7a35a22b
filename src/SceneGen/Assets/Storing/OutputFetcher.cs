using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;

namespace SceneGen.Assets.Storing;

/// <summary>Fetches what the provider painted, from the provider's hosts alone.</summary>
internal sealed class OutputFetcher(GuardedFetcher fetcher, IOptions<OutputOptions> options)
{
    private readonly HostList _hosts = HostList.Parse(options.Value.OutputHosts);

    public Task FetchAsync(string url, string path, CancellationToken cancellationToken)
        => fetcher.DownloadAsync(url, _hosts, path, cancellationToken);
}
