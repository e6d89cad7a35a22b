namespace SceneGen.Operations.DeadLetters;

/// <summary>What became of the chosen dead letters; of a dry run, what would.</summary>
internal sealed record DeadLetterReport
{
    private const int MostNamed = 100;

    public static readonly DeadLetterReport Empty = new();

    public bool DryRun { get; init; }

    public int Matched { get; init; }

    public int Done { get; init; }

    /// <summary>What there was no time for in one call, and what may lie beyond the look: ask again.</summary>
    public int Left { get; init; }

    /// <summary>What may be of the choice and lies behind as many as one look takes; nobody has looked at it.</summary>
    public int Beyond { get; init; }

    /// <summary>The first hundred.</summary>
    public IReadOnlyList<DeadLetter> Items { get; init; } = [];

    /// <summary>What could not be delivered and lies where it lay, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public DeadLetterReport And(DeadLetterReport other) => new()
    {
        DryRun = DryRun || other.DryRun,
        Matched = Matched + other.Matched,
        Done = Done + other.Done,
        Left = Left + other.Left,
        Beyond = Beyond + other.Beyond,
        Items = [.. Items.Concat(other.Items).Take(MostNamed)],
        Refused = Refused.Concat(other.Refused).ToDictionary(StringComparer.Ordinal),
    };
}
