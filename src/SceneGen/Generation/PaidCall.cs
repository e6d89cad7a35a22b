using System.Text.Json.Nodes;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Traffic;
using SceneGen.Observability;
using SceneGen.Observability.Telemetry;
using SceneGen.Observability.Tracing;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation;

/// <summary>The call that costs money.</summary>
internal sealed class PaidCall(IReplicateApi replicate, WebhookAddress webhooks, Chronicle chronicle)
{
    private static readonly string[] OnlyTheEnd = ["completed"];

    /// <summary>Whether the provider reports the end by itself.</summary>
    public bool IsReported => webhooks.AreOn;

    public async Task<Prediction> MakeAsync(
        GenerationIntent intent, DateTimeOffset deadline, TrafficPermit permit, CancellationToken cancellationToken)
    {
        using var span = Spans.Start(TelemetryNames.PurchaseSpan);
        span?.About(intent.SceneId, intent.Attempt);
        span?.SetTag(TelemetryNames.SceneModel, intent.Model);

        // What is recorded is what is sent, also when the plan has changed since: a lost prediction is known by it.
        var input = JsonNode.Parse(intent.Input)!.AsObject();
        var webhook = intent.Token is { } token ? webhooks.Of(token) : null;
        var order = new CreatePrediction
        {
            Version = intent.Model,
            Input = input,
            Webhook = webhook,
            WebhookEventsFilter = webhook is null ? null : OnlyTheEnd,
        };
        var (begun, facts) = (chronicle.Begin(), new TimelineFacts { Model = intent.Model });
        try
        {
            var prediction = await permit.UseAsync(
                () => replicate.CreatePredictionAsync(order, deadline, cancellationToken), cancellationToken);
            facts = facts with { PredictionId = prediction.Id, Status = prediction.Status };
            chronicle.Note(TimelineCodes.Ordered, facts, begun);
            return prediction;
        }
        catch (ReplicateException error)
        {
            var code = error.OutcomeIsUnknown ? TimelineCodes.OrderUnanswered : TimelineCodes.OrderRefused;
            chronicle.Note(code, facts with { Http = (int?)error.Status }, begun, Redaction.Of(error.Message));
            span?.Fail(error);
            throw;
        }
    }
}
