using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching.Transfer;
using SceneGen.Observability.Telemetry;
using SceneGen.Observability.Tracing;

namespace SceneGen.Assets.Fetching;

public sealed class GuardedFetcher : IDisposable
{
    private const int MostRedirects = 3;

    private readonly TimeProvider _time;
    private readonly HopRules _rules;
    private readonly HttpClient _client;

    public GuardedFetcher(IOptions<FetchingOptions> options, TimeProvider time)
        : this(options, time, Network.OfMachine)
    {
    }

    internal GuardedFetcher(IOptions<FetchingOptions> options, TimeProvider time, Network network)
    {
        var trusted = HostList.ParseTrusted(options.Value.TrustedHosts);
        _time = time;
        _rules = new HopRules(trusted);
        _client = FetchingClient.Create(new CheckedConnection(trusted, network), accepts: "image/*");
    }

    /// <summary>Returns how many bytes the file has.</summary>
    public async Task<long> DownloadAsync(
        string url, HostList allowed, string targetPath, CancellationToken cancellationToken)
    {
        if (DataUrl.IsOne(url))
        {
            return await DataUrl.SaveAsync(url, targetPath, cancellationToken);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            throw new FetchException(FetchFailure.Refused, "The URL cannot be read.");
        }

        using var span = Spans.Start(TelemetryNames.FetchSpan);
        span?.SetTag(TelemetryNames.ServerAddress, uri.Host);
        await using var clock = new FetchClock(_time, cancellationToken);
        try
        {
            using var response = await FollowAsync(uri, allowed, clock);
            return await BoundedBody.SaveAsync(response, targetPath, clock);
        }
        catch (HttpRequestException exception) when (exception.InnerException is FetchException refusal)
        {
            throw new FetchException(refusal.Failure, refusal.Message, exception);
        }
        catch (HttpRequestException exception)
        {
            var what = $"could not be fetched ({exception.HttpRequestError})";
            throw FetchException.About(uri, FetchFailure.Unavailable, what, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw FetchException.About(uri, FetchFailure.Unavailable, clock.Verdict, exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(Uri start, HostList allowed, FetchClock clock)
    {
        var uri = start;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            _rules.Check(uri, allowed);
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token);
            clock.Progressed();
            if (!Answer.IsRedirect(response))
            {
                return response;
            }

            using (response)
            {
                uri = Answer.Target(response, uri);
            }
        }

        throw FetchException.About(start, FetchFailure.Refused, $"redirects more than {MostRedirects} times");
    }
}
