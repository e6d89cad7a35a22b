using System.Globalization;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>A place in the history, newest first: the page older or newer than one prediction.</summary>
internal sealed record PageCursor(bool Older, long Sequence)
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
            && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? new PageCursor(text[0] == 'o', sequence)
                : null;
    }

    public int FirstOf(List<FakePrediction> newestFirst, int pageSize)
    {
        if (Older)
        {
            return newestFirst.Count(prediction => prediction.Sequence >= Sequence);
        }

        return Math.Max(0, newestFirst.Count(prediction => prediction.Sequence > Sequence) - pageSize);
    }

    public override string ToString()
    {
        return $"{(Older ? 'o' : 'n')}{Sequence}";
    }
}
