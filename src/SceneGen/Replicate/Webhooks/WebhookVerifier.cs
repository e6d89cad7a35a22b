namespace SceneGen.Replicate.Webhooks;

/// <summary>Says whether a webhook is the provider's own and new.</summary>
internal sealed class WebhookVerifier(WebhookSecret secret, IReplicateApi replicate, TimeProvider time)
{
    public bool IsRecent(SignedWebhook webhook) => WebhookSignature.IsRecent(webhook, time.GetUtcNow());

    public async Task<bool> IsGenuineAsync(SignedWebhook webhook, CancellationToken cancellationToken)
    {
        if (!IsRecent(webhook))
        {
            return false;
        }

        var known = await secret.GetAsync(replicate, cancellationToken);
        return WebhookSignature.IsGood(webhook, known)
            || (await secret.GetNewerAsync(replicate, known, cancellationToken) is { } newer
                && WebhookSignature.IsGood(webhook, newer));
    }
}
