using SceneGen.Simulator.Replicate.Trouble;

namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>What can be wrong with the webhooks of a prediction.</summary>
internal static class WebhookFaults
{
    private const string Prefix = "webhook-";

    public static readonly IReadOnlyDictionary<string, WebhookFault> All =
        new Dictionary<string, WebhookFault>(StringComparer.Ordinal)
        {
            ["lost"] = WebhookFault.Lost,
            ["doubled"] = WebhookFault.Doubled,
            ["early"] = WebhookFault.Early,
            ["late"] = WebhookFault.Late,
            ["forged"] = WebhookFault.Forged,
            ["out-of-order"] = WebhookFault.OutOfOrder,
        };

    /// <summary>The one that a word such as <c>webhook-lost</c> in the prompt calls for.</summary>
    public static FaultRule? CalledFor(string prompt)
    {
        return All.Keys.FirstOrDefault(
            name => prompt.Contains($"{Prefix}{name}", StringComparison.OrdinalIgnoreCase)) is { } called
                ? new FaultRule { Endpoint = FaultKinds.Webhook, Fault = called }
                : null;
    }

    public static WebhookFault Named(string? name)
    {
        return name is null ? WebhookFault.None : All[name];
    }
}
