using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Built;

/// <summary>The starting line: a straight between grandstands, kerbs, flags and a gantry of lamps.</summary>
internal sealed class RaceTrack : ISceneBackdrop
{
    private const double Horizon = 560;

    private static readonly string[] Crowd =
        ["#e84a4a", "#f2c14e", "#4a8fe8", "#ffffff", "#5ac86a", "#2a2f3a", "#f58ab0", "#ff9a3a", "#c9b18a"];

    public IReadOnlyList<string> Keywords { get; } =
        ["race track", "starting line", "grandstands", "kerbs", "chequered", "racing", "speedway"];

    public double GroundLine => 1000;

    public double Reflection => 0;

    public string ShadowColor => "#0c0d12";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("sky", "0 #2f7fd0 1", "0.35 #8fc8ee 1", "0.52 #ffe3b8 1", "1 #ffe3b8 1");
        canvas.Fill("url(#sky)");
        canvas.Glow(1500, 240, 640, 420, "#fff3cf", 0.9);
        for (var cloud = 0; cloud < 5; cloud++)
        {
            canvas.PaintCloud(
                canvas.Between(200, 1750), canvas.Between(90, 260), canvas.Between(36, 70), "#ffffff", 0.75);
        }

        canvas.Path(canvas.Ridge(Horizon, 60, 520), "#5f9a6a");
        PaintStand(canvas, -1);
        PaintStand(canvas, 1);
        PaintTrack(canvas);
        PaintGantry(canvas);
        PaintFlags(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        for (var scrap = 0; scrap < 60; scrap++)
        {
            var (x, y) = (canvas.Between(0, 1920), canvas.Between(60, 900));
            canvas.Rectangle(
                x, y, 12, 7, canvas.Pick(Crowd),
                $"opacity='0.85' transform='rotate({canvas.Between(0, 90):0} {x:0} {y:0})'");
        }

        canvas.PaintVignette("#0a0d18", 0.5);
    }

    /// <summary>The point of a line that runs to the horizon's middle: near at 0, far at 1.</summary>
    private static (double X, double Y) At(double nearX, double nearY, double far)
        => (nearX + ((960 - nearX) * far), nearY + ((Horizon - nearY) * far));

    private static void PaintStand(SvgCanvas canvas, int side)
    {
        var edge = 960 + (side * 1250);
        string Quad(double top, double bottom, double from, double to)
        {
            var (a, b, c, d) = (At(edge, top, from), At(edge, top, to), At(edge, bottom, to), At(edge, bottom, from));
            return $"M{a.X:0} {a.Y:0} L{b.X:0} {b.Y:0} L{c.X:0} {c.Y:0} L{d.X:0} {d.Y:0} Z";
        }

        canvas.Path(Quad(200, 900, 0, 0.84), "#5a6474");
        for (var spectator = 0; spectator < 1900; spectator++)
        {
            var far = 1 - Math.Pow(canvas.Between(0.16, 1), 0.7);
            var row = Math.Floor(canvas.Between(0, 15));
            var (x, y) = At(edge, 265 + (row * 38), Math.Clamp(far, 0, 0.83));
            var size = 13 * (1 - far);
            canvas.Ellipse(x, y, size * 0.85, size, canvas.Pick(Crowd));
        }

        canvas.Path(Quad(835, 905, 0, 0.84), "#d83a3a");
        canvas.Path(Quad(858, 880, 0, 0.84), "#ffffff");
        canvas.Path(Quad(40, 120, 0, 0.86), "#e8edf2");
        canvas.Path(Quad(112, 128, 0, 0.86), "#7a8696");
        for (var post = 0; post < 7; post++)
        {
            var far = 0.1 + (post * 0.115);
            var (top, foot) = (At(edge, 110, far), At(edge, 860, far));
            canvas.Path(
                $"M{top.X:0} {top.Y:0} L{foot.X:0} {foot.Y:0}",
                "none", $"stroke='#aab4c0' stroke-width='{11 * (1 - far):0.#}'");
        }
    }

    private static void PaintTrack(SvgCanvas canvas)
    {
        canvas.DefineVertical("turf", "0 #7fb56a 1", "1 #3f7d3f 1");
        canvas.Rectangle(0, Horizon + 10, 1920, 540, "url(#turf)");
        canvas.DefineVertical("asphalt", "0 #8a8f98 1", "0.35 #5c6068 1", "1 #34373d 1");
        canvas.Path($"M940 {Horizon} H980 L1900 1090 H20 Z", "url(#asphalt)");
        for (var block = 0; block < 26; block++)
        {
            var (from, to) = (1 - Math.Pow(1 - (block / 26d), 2), 1 - Math.Pow(1 - ((block + 1) / 26d), 2));
            foreach (var side in (int[])[-1, 1])
            {
                var (a, b) = (At(960 + (side * 940), 1090, from), At(960 + (side * 940), 1090, to));
                var (c, d) = (At(960 + (side * 1060), 1090, to), At(960 + (side * 1060), 1090, from));
                canvas.Path(
                    $"M{a.X:0} {a.Y:0} L{b.X:0} {b.Y:0} L{c.X:0} {c.Y:0} L{d.X:0} {d.Y:0} Z",
                    block % 2 == 0 ? "#d8323a" : "#fbfbfb");
            }
        }

        PaintLine(canvas, 890, 950, 26);
        foreach (var (x, far) in ((double, double)[])
            [(-380, 0.36), (220, 0.36), (-380, 0.56), (220, 0.56), (-380, 0.7), (220, 0.7)])
        {
            var (left, right) = (At(960 + x, 1090, far), At(960 + x + 260, 1090, far));
            canvas.Path(
                $"M{left.X:0} {left.Y + 22:0} V{left.Y:0} H{right.X:0} V{right.Y + 22:0}",
                "none", $"stroke='#ffffff' stroke-width='{9 * (1 - far):0.#}'");
        }

        for (var rubber = 0; rubber < 4; rubber++)
        {
            var x = 960 + ((rubber - 1.5) * 230) + canvas.Between(-30, 30);
            var end = At(x, 1090, 0.9);
            canvas.Path(
                $"M{x:0} 1090 L{end.X:0} {end.Y:0}",
                "none", "stroke='#15161a' stroke-width='16' opacity='0.25'");
        }
    }

    private static void PaintLine(SvgCanvas canvas, double top, double bottom, int squares)
    {
        for (var row = 0; row < 3; row++)
        {
            var (y1, y2) = (top + ((bottom - top) * row / 3), top + ((bottom - top) * (row + 1) / 3));
            var (half1, half2) = ((y1 - Horizon) * 1.735 + 20, (y2 - Horizon) * 1.735 + 20);
            for (var square = 0; square < squares; square++)
            {
                var (from, to) = ((square * 2d / squares) - 1, ((square + 1) * 2d / squares) - 1);
                canvas.Path(
                    $"M{960 + (from * half1):0} {y1:0} L{960 + (to * half1):0} {y1:0} "
                    + $"L{960 + (to * half2):0} {y2:0} L{960 + (from * half2):0} {y2:0} Z",
                    (square + row) % 2 == 0 ? "#ffffff" : "#121318");
            }
        }
    }

    private static void PaintGantry(SvgCanvas canvas)
    {
        canvas.Rectangle(596, 300, 20, 440, "#3a404a");
        canvas.Rectangle(1304, 300, 20, 440, "#3a404a");
        canvas.Rectangle(580, 250, 760, 84, "#262b33");
        canvas.Rectangle(580, 250, 760, 10, "#d8323a");
        for (var lamp = 0; lamp < 5; lamp++)
        {
            var x = 720 + (lamp * 120);
            canvas.Rectangle(x - 34, 272, 68, 54, "#0f1115", "rx='10'");
            canvas.Glow(x, 299, 70, 60, "#ff3a30", 0.9);
            canvas.Ellipse(x, 299, 19, 19, "#ff5548");
        }
    }

    private static void PaintFlags(SvgCanvas canvas)
    {
        foreach (var (x, foot, height) in ((double, double, double)[])
            [(330, 640, 330), (450, 620, 260), (1470, 620, 260), (1590, 640, 330)])
        {
            canvas.Rectangle(x, foot - height, 7, height, "#e8edf2");
            canvas.Path(
                $"M{x + 6} {foot - height} q34 -22 66 0 t60 -4 v62 q-34 20 -62 2 t-64 4 Z",
                canvas.Pick("#d8323a", "#f2c14e", "#2f6fd0"));
        }

        foreach (var x in (double[])[150, 1770])
        {
            canvas.Rectangle(x - 6, 60, 12, 300, "#7a8696");
            canvas.Rectangle(x - 60, 40, 120, 44, "#39414c");
            canvas.Glow(x, 62, 210, 150, "#fffbe6", 0.85);
            for (var lamp = -2; lamp <= 2; lamp++)
            {
                canvas.Ellipse(x + (lamp * 24), 62, 9, 13, "#ffffff");
            }
        }
    }
}
