namespace SceneGen.Operations.Graph;

/// <summary>The line of a move from one box's edge to another's.</summary>
internal static class GraphRoute
{
    private const double HalfWidth = GraphLayout.BoxWidth / 2.0;
    private const double HalfHeight = GraphLayout.BoxHeight / 2.0;

    /// <summary>The arrow's head stands between the line's end and the box.</summary>
    private const double Head = 5;

    public static string Of(SceneGraph.Move move)
    {
        var (from, to) = (GraphLayout.PlaceOf(move.From), GraphLayout.PlaceOf(move.To));
        if (move.From == move.To)
        {
            return Loop(from);
        }

        if (move.From == SceneGraph.Start)
        {
            return FromStart(from, to);
        }

        return from.Y.Equals(to.Y) ? Beside(from, to) : Across(from, to);
    }

    private static string Loop(GraphPoint at)
        => $"M {at + (-56, -HalfHeight)} C {at + (-66, -HalfHeight - 36)} {at + (-14, -HalfHeight - 36)} {at + (-24, -HalfHeight - Head)}";

    private static string FromStart(GraphPoint from, GraphPoint to)
    {
        if (from.Y.Equals(to.Y))
        {
            var isNext = to.X - from.X < 2 * GraphLayout.BoxWidth / 1.5;
            return isNext
                ? $"M {from + (9, 0)} L {to + (-HalfWidth - Head, 0)}"
                : $"M {from + (6, 7)} C {from + (40, 70)} {to + (-110, 70)} {to + (-HalfWidth + 14, HalfHeight + Head)}";
        }

        // Under the boxes and up, each a little lower than the one before it.
        const double Corner = 14;
        var (end, depth) = (to + (-30, HalfHeight + Head), to.Y + HalfHeight + 14 + (to.X / 30));
        var (turn, rise) = (new GraphPoint(from.X, depth), new GraphPoint(end.X, depth));
        return $"M {from + (0, 9)} L {turn + (0, -Corner)} Q {turn} {turn + (Corner, 0)} L {rise + (-Corner, 0)} Q {rise} {rise + (0, -Corner)} L {end}";
    }

    /// <summary>A neighbour straight on; who is further away, or behind, in a bow.</summary>
    private static string Beside(GraphPoint from, GraphPoint to)
    {
        var side = Math.Sign(to.X - from.X);
        if (Math.Abs(to.X - from.X) < 200)
        {
            var shift = side > 0 ? -6 : 10;
            return $"M {from + (side * HalfWidth, shift)} L {to + (-side * (HalfWidth + Head), shift)}";
        }

        var height = HalfHeight + 22 + (Math.Abs(to.X - from.X) / 16);
        return $"M {from + (side * 24, -HalfHeight)} C {from + (side * 40, -height)} {to + (-side * 40, -height)} {to + (-side * 24, -HalfHeight - Head)}";
    }

    private static string Across(GraphPoint from, GraphPoint to)
    {
        var down = Math.Sign(to.Y - from.Y);
        var lean = Math.Clamp((to.X - from.X) / 10, -44, 44);

        // Who goes up and who comes down between the same boxes keep apart.
        var lane = down > 0 ? -8 : 8;
        var start = from + (lean + lane, down * HalfHeight);
        var end = to + (lane - lean, -down * (HalfHeight + Head));
        var half = (end.Y - start.Y) / 2;
        return $"M {start} C {start + (0, half)} {end + (0, -half)} {end}";
    }
}
