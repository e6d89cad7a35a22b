using SceneGen.Replicate.Wire;

namespace SceneGen.Generation.Polling;

/// <summary>What the provider's list showed when it was asked for at one moment.</summary>
internal sealed class Listing(DateTimeOffset askedAt)
{
    private const int PageSize = 100;

    /// <summary>A prediction that was asked for just before may not have been listed yet.</summary>
    private static readonly TimeSpan UntilListed = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Prediction> _predictions = new(StringComparer.Ordinal);
    private int _seen;

    public DateTimeOffset AskedAt => askedAt;

    /// <summary>How many calls it took.</summary>
    public int Pages => Math.Max(1, (_seen + PageSize - 1) / PageSize);

    public int Seen => _seen;

    public void Add(Prediction prediction)
    {
        _seen++;

        // A list may leave the output out, but not keep a picture from anybody.
        if (prediction.Status is not "succeeded" || prediction.OutputUrl is { Length: > 0 })
        {
            _predictions.TryAdd(prediction.Id, prediction);
        }
    }

    public Prediction? Find(string id) => _predictions.GetValueOrDefault(id);

    /// <summary>Whether it says nothing of a prediction that was asked for then.</summary>
    public bool IsTooOldFor(DateTimeOffset predictionAskedAt) => predictionAskedAt > askedAt - UntilListed;
}
