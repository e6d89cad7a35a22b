using Microsoft.Extensions.Options;

namespace SceneGen.Replicate.Webhooks;

/// <summary>The account's secret, fetched once and again when signatures stop matching, but not for each forged one.</summary>
internal sealed class WebhookSecret(IOptions<ReplicateOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _fetching = new(1);
    private string? _secret;
    private DateTimeOffset _fetchedAt;

    public async Task<string> GetAsync(IReplicateApi replicate, CancellationToken cancellationToken)
        => options.Value.WebhookSecret is { Length: > 0 } configured ? configured
            : _secret ?? await FetchAsync(replicate, known: null, cancellationToken);

    /// <summary>A newer one than this, or null when there is none.</summary>
    public async Task<string?> GetNewerAsync(IReplicateApi replicate, string known, CancellationToken cancellationToken)
        => options.Value.WebhookSecret.Length == 0
            && await FetchAsync(replicate, known, cancellationToken) is var newer && newer != known ? newer : null;

    public void Dispose() => _fetching.Dispose();

    private async Task<string> FetchAsync(IReplicateApi replicate, string? known, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            var isFresh = time.GetUtcNow() - _fetchedAt < BetweenFetches;
            if (_secret is null || (_secret == known && !isFresh))
            {
                _secret = await replicate.GetWebhookSecretAsync(cancellationToken);
                _fetchedAt = time.GetUtcNow();
            }

            return _secret;
        }
        finally
        {
            _fetching.Release();
        }
    }
}
