using SceneGen.Replicate.Wire;

namespace SceneGen.Generation.Polling;

/// <summary>What the provider's list showed when it was asked for at one moment.</summary>
internal sealed class Listing(DateTimeOffset askedAt)
{
    /// <summary>A prediction that was asked for just before may not have been listed yet.</summary>
    private static readonly TimeSpan UntilListed = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Prediction> _predictions = new(StringComparer.Ordinal);
    private int _seen;

    public DateTimeOffset AskedAt => askedAt;

    /// <summary>How many calls it took.</summary>
    public int Pages => Math.Max(1, (_seen + PredictionPages.Size - 1) / PredictionPages.Size);

    /// <summary>Returns how many it shows by then.</summary>
    public int Add(IReadOnlyCollection<Prediction> page)
    {
        // A list may leave the output out, but not keep a picture from anybody.
        foreach (var prediction in page.Where(one => one.Status is not "succeeded" || one.OutputUrl is { Length: > 0 }))
        {
            _predictions.TryAdd(prediction.Id, prediction);
        }

        return _seen += page.Count;
    }

    public Prediction? Find(string id) => _predictions.GetValueOrDefault(id);

    /// <summary>Whether it says nothing of a prediction that was asked for then.</summary>
    public bool IsTooOldFor(DateTimeOffset predictionAskedAt) => predictionAskedAt > askedAt - UntilListed;
}
