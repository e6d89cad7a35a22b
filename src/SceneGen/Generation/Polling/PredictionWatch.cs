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
    ModelPace pace, PredictionReads reads, IOptions<PollingOptions> polling, TimeProvider time)
{
    private const int LooksNearTheEnd = 3;
    private const int PicturesASecond = 100;
    private const double LongestBeat = 5;

    public async Task<Prediction> LookAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var prediction = await reads.ReadAsync(intent.PredictionId!, intent.AskedAt, cancellationToken);
        if (prediction.Status is "succeeded")
        {
            Note(intent, prediction);
        }

        return prediction;
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
        var inFlight = reads.InFlight;
        if (usual is null && inFlight <= PredictionReads.Few)
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

        return inFlight > PredictionReads.Few ? OnBeat(wait, inFlight) : wait;
    }

    /// <summary>Up to the next beat of a clock that all instances share.</summary>
    private TimeSpan OnBeat(TimeSpan wait, int inFlight)
    {
        var beat = TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling((double)inFlight / PicturesASecond), 1, LongestBeat));
        var due = (time.GetUtcNow() + wait).UtcTicks;
        return wait + TimeSpan.FromTicks((beat.Ticks - (due % beat.Ticks)) % beat.Ticks);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
