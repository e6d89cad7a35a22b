namespace SceneGen.Assets.Sweeping.Reports;

/// <summary>How many files there are of a kind, and the first of them.</summary>
internal sealed record FoundFiles
{
    private const int MostNamed = 100;

    public int Count { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];

    public FoundFiles And(IReadOnlyCollection<string> names) => new()
    {
        Count = Count + names.Count,
        Names = [.. Names, .. names.Take(MostNamed - Names.Count)],
    };
}
