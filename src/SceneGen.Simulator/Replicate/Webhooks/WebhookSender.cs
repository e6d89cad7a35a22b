using SceneGen.Simulator.Replicate.Course;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>
/// Delivers a prediction's webhooks one after another, the final one until it is taken or a minute is over.
/// </summary>
internal sealed partial class WebhookSender(
    WebhookPost post,
    WebhookCounts counts,
    Agenda agenda,
    IHostApplicationLifetime lifetime,
    ILogger<WebhookSender> logger)
{
    private static readonly TimeSpan UsualLateness = TimeSpan.FromSeconds(30);

    /// <summary>The last try is about a minute after the first.</summary>
    private static readonly TimeSpan[] Pauses =
        [.. new[] { 1, 2, 4, 8, 16, 29 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public void Send(FakePrediction prediction, WebhookMessage message)
    {
        var story = prediction.Story;
        story.Deliveries = DeliverAsync(story.Deliveries, prediction, message);
    }

    private async Task DeliverAsync(Task before, FakePrediction prediction, WebhookMessage message)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await DeliverAsync(prediction, message, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Log.Stopped(logger, message.Id);
        }
    }

    private async Task DeliverAsync(
        FakePrediction prediction, WebhookMessage message, CancellationToken cancellationToken)
    {
        switch (message.Fault)
        {
            case WebhookFault.Lost:
                counts.CountLost();
                return;
            case WebhookFault.Late:
                await agenda.WaitAsync(message.Delay ?? UsualLateness, cancellationToken);
                break;
        }

        for (var copies = message.Fault == WebhookFault.Doubled ? 2 : 1; copies > 0; copies--)
        {
            await DeliverOnceAsync(prediction, message, cancellationToken);
        }
    }

    private async Task DeliverOnceAsync(
        FakePrediction prediction, WebhookMessage message, CancellationToken cancellationToken)
    {
        var pauses = message.IsFinal ? Pauses : [];
        for (var tries = 0; ; tries++)
        {
            counts.CountAttempt();
            var answer = await post.SendAsync(message, cancellationToken);
            prediction.Story.TellFirstWord();
            if (answer == WebhookAnswer.Taken)
            {
                counts.CountDelivered();
                return;
            }

            if (answer == WebhookAnswer.Ignored || tries == pauses.Length)
            {
                counts.CountGivenUp();
                Log.GivenUp(logger, message.Id, message.Prediction);
                return;
            }

            await agenda.WaitAsync(pauses[tries], cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The webhook {WebhookId} of prediction {PredictionId} was given up")]
        public static partial void GivenUp(ILogger logger, string webhookId, string predictionId);

        [LoggerMessage(LogLevel.Debug, "The simulator stopped before the webhook {WebhookId} was delivered")]
        public static partial void Stopped(ILogger logger, string webhookId);
    }
}
