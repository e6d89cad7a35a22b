using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>Predictions beyond the first one of a kind, and the groups they belong to.</summary>
internal sealed record Duplicates(int Extra, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    private const int Shown = 100;

    /// <summary>By what <paramref name="key"/> gives; predictions without a key are like no other.</summary>
    public static Duplicates By(IEnumerable<FakePrediction> predictions, Func<FakePrediction, string?> key)
    {
        var groups = predictions
            .Where(prediction => key(prediction) is not null)
            .GroupBy(prediction => key(prediction)!, prediction => prediction.Id, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .Where(group => group.Count > 1)
            .ToList();
        return new Duplicates(groups.Sum(group => group.Count - 1), [.. groups.Take(Shown)]);
    }
}
