namespace SceneGen.Operations.DeadLetters;

/// <summary>Which dead letters are meant. With ids those and no others; each other field narrows the choice.</summary>
internal sealed record DeadLetterChoice
{
    public IReadOnlySet<string>? Ids { get; init; }

    public string? Queue { get; init; }

    public string? Type { get; init; }

    /// <summary>A part of the cause's words.</summary>
    public string? Cause { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public bool IsOf(string queue)
        => Ids is { } ids
            ? ids.Any(id => IsIn(id, queue))
            : Queue is null || Queue == queue;

    /// <summary>How many of the queue's letters that were not looked at may be meant too; found are those that were.</summary>
    public int MayHold(string queue, int unseen, IReadOnlyCollection<DeadLetter> found)
        => !IsOf(queue) ? 0
            : Ids is { } ids
                ? Math.Min(unseen, ids.Except(found.Select(letter => letter.Id)).Count(id => IsIn(id, queue)))
                : unseen;

    public bool Holds(DeadLetter letter)
        => Ids is { } ids
            ? ids.Contains(letter.Id)
            : (Queue is null || Queue == letter.Queue)
                && (Type is null || Type.Equals(letter.Type, StringComparison.OrdinalIgnoreCase))
                && (Cause is null || letter.Cause.Contains(Cause, StringComparison.OrdinalIgnoreCase))
                && (From is null || letter.At >= From)
                && (To is null || letter.At < To);

    private static bool IsIn(string id, string queue) => id.StartsWith($"{queue}:", StringComparison.Ordinal);
}
