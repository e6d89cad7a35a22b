using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Fetching.Transfer;
using SceneGen.Replicate.Webhooks;

namespace SceneGen.Callbacks;

/// <summary>
/// Posts to addresses that others gave, under the rules by which pictures are fetched from such: https on port 443 or a
/// host that the operator trusts, no private address, no redirect. Signed by the Standard Webhooks.
/// </summary>
internal sealed class SignedPoster : IDisposable
{
    private const string NotAllowed =
        "Its address may not be posted to: it has to be public https on port 443, or its host named in Fetching:TrustedHosts.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time;
    private readonly HopRules _rules;
    private readonly HttpClient _client;

    public SignedPoster(IOptions<FetchingOptions> options, TimeProvider time)
        : this(options, time, Network.OfMachine)
    {
    }

    internal SignedPoster(IOptions<FetchingOptions> options, TimeProvider time, Network network)
    {
        var trusted = HostList.ParseTrusted(options.Value.TrustedHosts);
        _time = time;
        _rules = new HopRules(trusted);
        _client = FetchingClient.Create(new CheckedConnection(trusted, network), accepts: "*/*");
    }

    public async Task<PostOutcome> PostAsync(SignedPost post, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var uri = new Uri(post.Url);
            _rules.Check(uri, HostList.Empty);
            using var request = RequestOf(uri, post);

            // The status is the answer; not a byte of the body is waited for.
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return OutcomeOf(response);
        }
        catch (FetchException)
        {
            return new PostOutcome(PostFate.Refused, NotAllowed, PostOutcome.NotAllowed);
        }
        catch (HttpRequestException error) when (error.InnerException is FetchException)
        {
            return new PostOutcome(PostFate.Refused, NotAllowed, PostOutcome.NotAllowed);
        }
        catch (HttpRequestException error)
        {
            return new PostOutcome(PostFate.Missed, $"It could not be posted ({error.HttpRequestError}).", "unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PostOutcome(PostFate.Missed, "It was not answered in time.", "timeout");
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage RequestOf(Uri uri, SignedPost post)
    {
        var seconds = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ReadOnlyMemoryContent(post.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Add("webhook-id", post.Id);
        request.Headers.Add("webhook-timestamp", seconds);
        if (post.Secrets.Count > 0)
        {
            request.Headers.Add(
                "webhook-signature",
                string.Join(' ', post.Secrets.Select(one => WebhookSignature.Sign(post.Id, seconds, post.Body, one))));
        }

        return request;
    }

    private PostOutcome OutcomeOf(HttpResponseMessage response)
    {
        var (status, retryAfter) = ((int)response.StatusCode, response.Headers.RetryAfter);
        return new PostOutcome(FateOf(response.StatusCode), $"It was answered {status}.", $"http_{status}")
        {
            RetryAfter = retryAfter?.Delta ?? retryAfter?.Date - _time.GetUtcNow(),
        };
    }

    private static PostFate FateOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => PostFate.Taken,

        // These ask to come again later.
        408 or 425 or 429 or >= 500 => PostFate.Missed,
        _ => PostFate.Refused,
    };
}
