namespace SceneGen.Operations.Overview;

/// <summary>What was bought since midnight UTC, at the models' prices, in US dollars.</summary>
internal sealed record DailyCost(
    DateTimeOffset Since, decimal Dollars, IReadOnlyList<DailyCost.Share> Models, IReadOnlyList<DailyCost.Share> Themes)
{
    internal sealed record Share(string Name, int Predictions, decimal Dollars);
}
