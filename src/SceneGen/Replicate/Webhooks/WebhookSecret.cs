using Microsoft.Extensions.Options;

namespace SceneGen.Replicate.Webhooks;

/// <summary>The account's secret, fetched once and again when signatures stop matching, but not for each forged one.</summary>
internal sealed class WebhookSecret(IOptions<ReplicateOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);

    /// <summary>After one that failed.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _fetching = new(1);
    private string? _secret;
    private DateTimeOffset _nextFetchAt;

    public async Task<string> GetAsync(IReplicateApi replicate, CancellationToken cancellationToken)
        => options.Value.WebhookSecret is { Length: > 0 } configured ? configured
            : _secret ?? await FetchAsync(replicate, known: null, cancellationToken);

    /// <summary>A newer one than this, or null when there is none, as far as the provider can be asked.</summary>
    public async Task<string?> GetNewerAsync(IReplicateApi replicate, string known, CancellationToken cancellationToken)
    {
        if (options.Value.WebhookSecret.Length > 0)
        {
            return null;
        }

        try
        {
            return await FetchAsync(replicate, known, cancellationToken) is var newer && newer != known ? newer : null;
        }
        catch (ReplicateException)
        {
            // Anybody can send what the known one has not signed: that is not to look like this service's own failure.
            return null;
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<string> FetchAsync(IReplicateApi replicate, string? known, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_secret == known && time.GetUtcNow() >= _nextFetchAt)
            {
                await FetchAsync(replicate);
            }

            return _secret ?? throw new ReplicateException("The webhooks' secret could not be fetched a moment ago.");
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>For all who wait, so that it goes on when the one who asked first breaks off; the call has a limit of its own.</summary>
    private async Task FetchAsync(IReplicateApi replicate)
    {
        var pause = BetweenTries;
        try
        {
            _secret = await replicate.GetWebhookSecretAsync(CancellationToken.None);
            pause = BetweenFetches;
        }
        finally
        {
            _nextFetchAt = time.GetUtcNow() + pause;
        }
    }
}
