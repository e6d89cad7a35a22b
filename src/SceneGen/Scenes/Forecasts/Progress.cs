namespace SceneGen.Scenes.Forecasts;

/// <summary>
/// How far along a scene is, of a hundred. It is read off the scene alone, so that every instance says the same; and each
/// attempt has the upper part of what the one before left, so that it never goes back within a run.
/// </summary>
internal static class Progress
{
    private const double First = 5;
    private const double Last = 98;
    private const double FirstAttemptEnds = 80;

    // Of an attempt's part.
    private const double PaintingBegins = 0.15;
    private const double PaintingEnds = 0.85;

    /// <summary>After so long half of the painting is shown as done, after twice as long two thirds, and never all.</summary>
    private static readonly TimeSpan HalfPainted = TimeSpan.FromSeconds(10);

    public static int Of(string state, int attempt, TimeSpan elapsed)
    {
        var (begin, end) = PartOf(attempt);
        return state switch
        {
            nameof(SceneStateMachine.AwaitingTheme) => (int)First,
            nameof(SceneStateMachine.Submitting) => (int)begin,
            nameof(SceneStateMachine.Generating) => (int)Between(begin, end, Painted(elapsed)),
            nameof(SceneStateMachine.Storing) => (int)Between(begin, end, PaintingEnds),
            _ => 100,
        };
    }

    private static double Painted(TimeSpan elapsed)
    {
        var seconds = Math.Max(0, elapsed.TotalSeconds);
        return Between(PaintingBegins, PaintingEnds, seconds / (seconds + HalfPainted.TotalSeconds));
    }

    private static (double Begin, double End) PartOf(int attempt)
    {
        var (begin, end) = (First, FirstAttemptEnds);
        for (var before = 1; before < attempt; before++)
        {
            (begin, end) = (end, Between(end, Last, 0.5));
        }

        return (begin, end);
    }

    private static double Between(double begin, double end, double share) => begin + ((end - begin) * share);
}
