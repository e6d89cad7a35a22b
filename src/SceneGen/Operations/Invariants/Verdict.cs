namespace SceneGen.Operations.Invariants;

/// <summary>Whether a promise holds.</summary>
internal sealed record Verdict(string Name, string Figures, IReadOnlyList<string> Breaches)
{
    private const int MostNamed = 10;

    public bool Holds => Breaches.Count == 0;

    public override string ToString()
        => Holds
            ? $"{Name} ok: {Figures}"
            : string.Join(
                Environment.NewLine,
                [
                    $"{Name} BROKEN: {Figures}; {Breaches.Count} things are not as they should be, such as:",
                    .. Breaches.Take(MostNamed).Select(breach => $"  {breach}"),
                ]);
}
