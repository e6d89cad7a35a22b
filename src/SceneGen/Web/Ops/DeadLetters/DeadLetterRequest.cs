using System.Text.Json.Serialization;
using SceneGen.Operations.DeadLetters;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>Which dead letters, by their ids or by what they have in common, and why.</summary>
internal sealed record DeadLetterRequest
{
    private const int MostIds = 1000;
    private const int LongestReason = 500;
    private const int Fastest = 1000;
    private const int MostNamed = 10;

    public IReadOnlyList<string>? Ids { get; init; }

    public DeadLetterFilter? Filter { get; init; }

    public bool DryRun { get; init; }

    public int PerSecond { get; init; } = 20;

    public string? Reason { get; init; }

    [JsonIgnore]
    public DeadLetterChoice Choice => Ids is { } ids
        ? new() { Ids = ids.ToHashSet(StringComparer.Ordinal) }
        : Filter!.Choice;

    /// <summary>As the record of the action names it.</summary>
    [JsonIgnore]
    public string Target => Ids is { } ids ? string.Join(", ", ids.Take(MostNamed)) : $"{Filter}";

    public Dictionary<string, string> Faults(bool takesFilter)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Ids is { Count: 0 or > MostIds } || (Ids is null && !takesFilter))
        {
            faults["ids"] = $"Name 1 to {MostIds} dead letters by their ids.";
        }
        else if (Ids is null == Filter is null)
        {
            faults["filter"] = "Name dead letters by ids or by filter, one of them; an empty filter means all.";
        }

        if (PerSecond is < 1 or > Fastest)
        {
            faults["perSecond"] = $"Send a whole number from 1 to {Fastest}.";
        }

        if (string.IsNullOrWhiteSpace(Reason) ? !DryRun : Reason.Length > LongestReason)
        {
            faults["reason"] = $"Say why, in 1 to {LongestReason} characters.";
        }

        return faults;
    }
}
