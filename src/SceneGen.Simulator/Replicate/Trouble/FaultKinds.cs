using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>Where faults can be switched on, and which.</summary>
internal static class FaultKinds
{
    /// <summary>Any call of the API.</summary>
    public const string Any = "any";

    /// <summary>The course of a prediction from its creation on.</summary>
    public const string Prediction = "prediction";

    /// <summary>What is said about a prediction that has a webhook.</summary>
    public const string Webhook = "webhook";

    private static readonly string[] OfCalls = [.. CallFaults.All.Select(fault => fault.Name)];
    private static readonly string[] OfWebhooks = [.. WebhookFaults.All.Keys];
    private static readonly string[] OfPredictions =
        [.. Faults.All.Where(fault => !fault.HitsCreation()).Select(fault => fault.Word)];

    public static IReadOnlyList<string> Endpoints { get; } = [Any, .. CallName.All, Prediction, Webhook];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        Endpoints.ToDictionary(endpoint => endpoint, endpoint => At(endpoint)!, StringComparer.Ordinal);

    public static IReadOnlyList<string>? At(string endpoint)
    {
        return endpoint switch
        {
            Prediction => OfPredictions,
            Webhook => OfWebhooks,
            _ => Endpoints.Contains(endpoint, StringComparer.Ordinal) ? OfCalls : null,
        };
    }
}
