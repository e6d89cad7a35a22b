using Microsoft.Extensions.Options;
using SceneGen.Generation.Intents;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Timers;

namespace SceneGen.Generation.Polling;

/// <summary>
/// Looks at predictions, and says when to look again as far as something is known: seldom before a model's usual time and
/// often around it; and, when many pictures are being painted, at one moment for many.
/// </summary>
internal sealed class PredictionWatch(
    ModelPace pace, PredictionReads reads, Beat beat, IOptions<PollingOptions> polling, TimeProvider time)
{
    private const int LooksNearTheEnd = 3;

    /// <summary>The wait before the first check; null: the settings' own.</summary>
    public TimeSpan? Begin(GenerationIntent intent)
    {
        beat.Count();
        return WaitAfter(check: 0, intent);
    }

    public async Task<Look> LookAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var look = await reads.LookAsync(intent, cancellationToken);
        if (look.Prediction is { Status: "succeeded" } prediction)
        {
            Note(intent, prediction);
        }

        return look;
    }

    public void Note(GenerationIntent intent, Prediction prediction)
    {
        if (prediction is { CreatedAt: { } began, CompletedAt: { } ended } && ended > began)
        {
            pace.Note(intent.Model, ended - began);
        }
    }

    /// <summary>The wait after this check; null: the settings' own.</summary>
    public TimeSpan? WaitAfter(int check, GenerationIntent intent)
    {
        var usual = pace.Of(intent.Model);
        if (usual is null && !beat.IsBusy)
        {
            return null;
        }

        var options = polling.Value;
        var wait = Backoff.Wait(check, options.First, options.Factor, options.Max);
        if (usual is var (half, most))
        {
            var age = time.GetUtcNow() - intent.AskedAt;
            wait = age < half ? Longer(wait, Shorter(half - age, options.Max))
                : age < most ? Shorter(wait, Longer((most - half) / LooksNearTheEnd, options.First))
                : wait;
        }

        return beat.IsBusy ? beat.From(wait) : wait;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
