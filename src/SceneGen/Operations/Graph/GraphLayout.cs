using static SceneGen.Operations.Graph.SceneGraph;

namespace SceneGen.Operations.Graph;

/// <summary>Where each state stands in the picture: the good course in a row, the ways out above and below it.</summary>
internal static class GraphLayout
{
    public const int Width = 1000;
    public const int Height = 460;
    public const int BoxWidth = 136;
    public const int BoxHeight = 58;

    private const int Above = 60;
    private const int Course = 200;
    private const int Below = 370;

    private static readonly (string State, int X, int Y)[] Places =
    [
        (Start, 22, Course),
        ("AwaitingTheme", 124, Course),
        ("Submitting", 322, Course),
        ("Generating", 520, Course),
        ("Storing", 718, Course),
        ("Ready", 916, Course),
        ("RollingBack", 520, Below),
        ("RolledBack", 718, Below),
        ("Failed", 322, Below),
        ("Canceled", 520, Above),
        ("Expired", 124, Above),
    ];

    /// <summary>In the order of a scene's life.</summary>
    public static int RankOf(string state) => Array.FindIndex(Places, place => place.State == state);

    public static GraphPoint PlaceOf(string state)
    {
        var rank = RankOf(state);
        return rank < 0
            ? throw new InvalidOperationException($"The picture of the saga has no place for the state {state}.")
            : new GraphPoint(Places[rank].X, Places[rank].Y);
    }
}
