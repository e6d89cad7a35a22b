using System.Text.Json;
using Microsoft.Extensions.Options;
using SceneGen.Callbacks;

namespace SceneGen.Operations.Alerts;

/// <summary>Tells whoever <c>Alerts:Webhook</c> names.</summary>
internal sealed partial class AlertPoster(
    SignedPoster poster, IOptions<AlertOptions> options, TimeProvider time, ILogger<AlertPoster> logger)
{
    private const string Firing = "firing";
    private const string Resolved = "resolved";

    /// <summary>Whether there is anybody to tell.</summary>
    public bool IsOn => options.Value.Webhook.Length > 0;

    public Task<bool> TellAsync(Alert alert, CancellationToken cancellationToken)
        => PostAsync(alert, Firing, cancellationToken);

    public Task<bool> TellItIsOverAsync(string name, CancellationToken cancellationToken)
        => PostAsync(new Alert(name, $"{name} is over."), Resolved, cancellationToken);

    private async Task<bool> PostAsync(Alert alert, string status, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            alert = alert.Name,
            status,
            text = $"SceneGen: {alert.Text}",
            at = now,
            runbook = $"docs/operations.md#{alert.Name.ToLowerInvariant()}",
        });
        var outcome = await poster.PostAsync(
            new SignedPost(options.Value.Webhook, Secrets: [], $"{alert.Name}-{status}-{now:yyyyMMddHHmmss}", body),
            cancellationToken);
        if (outcome.Fate is PostFate.Taken)
        {
            return true;
        }

        Log.NotTold(logger, alert.Name, outcome.Told);
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The alert {Alert} could not be posted to Alerts:Webhook. {Reason}")]
        public static partial void NotTold(ILogger logger, string alert, string reason);
    }
}
