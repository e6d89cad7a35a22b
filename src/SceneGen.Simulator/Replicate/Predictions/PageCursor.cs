using System.Globalization;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>A place in the history, newest first: the page older or newer than one prediction.</summary>
internal sealed record PageCursor(bool Older, int Sequence)
{
    public static PageCursor OlderThan(FakePrediction prediction)
    {
        return new PageCursor(true, prediction.Sequence);
    }

    public static PageCursor NewerThan(FakePrediction prediction)
    {
        return new PageCursor(false, prediction.Sequence);
    }

    public static PageCursor? Parse(string text)
    {
        return text.Length > 1 && text[0] is 'o' or 'n'
            && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? new PageCursor(text[0] == 'o', sequence)
                : null;
    }

    /// <summary>From the oldest of its page up to the one behind the newest.</summary>
    public (int From, int To) Range(int pageSize)
    {
        // As long: the cursor is whatever a caller sent.
        return Older
            ? (Sequence - pageSize, Sequence)
            : (Clip(Sequence + 1L), Clip(Sequence + 1L + pageSize));
    }

    public override string ToString()
    {
        return $"{(Older ? 'o' : 'n')}{Sequence}";
    }

    private static int Clip(long place)
    {
        return (int)Math.Min(place, int.MaxValue);
    }
}
