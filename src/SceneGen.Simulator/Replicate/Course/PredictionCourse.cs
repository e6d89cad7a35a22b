using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Replicate.Course;

/// <summary>Follows predictions that somebody listens to, from one change to the next.</summary>
internal sealed class PredictionCourse(
    FakeReplicate replicate, WebhookTeller teller, Agenda agenda, TimeProvider time) : IHostedService
{
    /// <summary>Older ends of an earlier run have been told, or tried for as long as the provider tries.</summary>
    private static readonly TimeSpan LastTry = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var past = time.GetUtcNow() - LastTry;
        foreach (var prediction in replicate.All().Where(old => !(replicate.Look(old).EndedAt < past)))
        {
            Follow(prediction);
        }

        replicate.Changed = Follow;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        replicate.Changed = _ => { };
        return Task.CompletedTask;
    }

    /// <returns>Done when the prediction has ended.</returns>
    public Task ListenAsync(FakePrediction prediction)
    {
        prediction.Story.HasListener = true;
        Follow(prediction);
        return prediction.Story.End;
    }

    private void Follow(FakePrediction prediction)
    {
        var story = prediction.Story;
        if (!story.HasListener && prediction.Record.Webhook is null)
        {
            return;
        }

        lock (_lock)
        {
            if (story.IsEndTold)
            {
                return;
            }

            var now = time.GetUtcNow();
            var snapshot = prediction.At(now);
            if (snapshot.StartedAt is { } started && !story.IsStartTold)
            {
                story.IsStartTold = true;
                teller.TellStart(prediction, prediction.At(started));
            }

            if (snapshot.Ended)
            {
                teller.TellEnd(prediction, snapshot);
                story.TellEnd();
            }
            else if (prediction.NextChange(now) is { } next)
            {
                agenda.Add(next, () => Follow(prediction));
            }
        }
    }
}
