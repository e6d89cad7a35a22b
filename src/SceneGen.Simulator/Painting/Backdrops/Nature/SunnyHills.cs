namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>Rolling hills under a low sun; the colors vary, for it stands in for every other place.</summary>
internal sealed class SunnyHills : ISceneBackdrop
{
    private static readonly string[][] Palettes =
    [
        ["#3d6fb4", "#f6c28b", "#8fb7a8", "#6aa57c", "#4c8f5c", "#35713f"],
        ["#4b4a9b", "#ff9e80", "#a58bb5", "#7d6ea0", "#5c6f8a", "#3b5563"],
        ["#2f86a6", "#ffe3a3", "#a9cfae", "#84b983", "#5fa05f", "#417f49"],
        ["#6a4c93", "#ffb997", "#c98fa5", "#a0708f", "#6d6a75", "#475b5a"],
    ];

    public IReadOnlyList<string> Keywords { get; } = [];

    public double GroundLine => 975;

    public double Reflection => 0;

    public string ShadowColor => "#10241a";

    public void PaintBehind(SvgCanvas canvas)
    {
        var colors = canvas.Pick(Palettes);
        canvas.DefineVertical("sky", $"0 {colors[0]} 1", $"0.7 {colors[1]} 1", $"1 {colors[1]} 1");
        canvas.Fill("url(#sky)");
        PaintSun(canvas);
        PaintClouds(canvas);
        PaintHills(canvas, colors);
        PaintMeadow(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        for (var blade = 0; blade < 150; blade++)
        {
            var x = canvas.Between(-20, SvgCanvas.Width + 20);
            var height = canvas.Between(24, 78);
            var lean = canvas.Between(-26, 26);
            canvas.Path(
                $"""
                M{x - 5:0} 1084 Q{x:0} {1080 - (height * 0.6):0} {x + lean:0} {1080 - height:0}
                Q{x + 4:0} {1080 - (height * 0.5):0} {x + 6:0} 1084 Z
                """,
                canvas.Pick("#1f4a2a", "#2b5d33", "#24532e"));
        }

        canvas.DefineVertical("warmth", "0 #fff1cf 0.16", "0.6 #ffd9a0 0.04", "1 #000000 0.22");
        canvas.Fill("url(#warmth)");
    }

    private static void PaintSun(SvgCanvas canvas)
    {
        var x = canvas.Pick(canvas.Between(300, 620), canvas.Between(1300, 1620));
        var y = canvas.Between(300, 420);
        canvas.Glow(x, y, 760, 620, "#fff3c8", 0.75);
        canvas.Ellipse(x, y, 74, 74, "#fffbe8");
    }

    private static void PaintClouds(SvgCanvas canvas)
    {
        canvas.DefineVertical("cloud", "0 #ffffff 0.9", "1 #ffffff 0.15");
        for (var cloud = 0; cloud < 6; cloud++)
        {
            var x = canvas.Between(60, 1860);
            var y = canvas.Between(80, 330);
            var size = canvas.Between(26, 62);
            canvas.Path(
                $"""
                M{x - (3 * size):0} {y:0} a{size:0} {size:0} 0 0 1 {1.5 * size:0} {-0.8 * size:0}
                a{1.2 * size:0} {1.2 * size:0} 0 0 1 {2.1 * size:0} {-0.1 * size:0}
                a{size:0} {size:0} 0 0 1 {1.6 * size:0} {0.9 * size:0} Z
                """,
                "url(#cloud)",
                $"opacity='{canvas.Between(0.35, 0.75):0.##}'");
        }
    }

    private static void PaintHills(SvgCanvas canvas, string[] colors)
    {
        for (var layer = 0; layer < 4; layer++)
        {
            var top = 520 + (layer * 92);
            var color = colors[layer + 2];
            canvas.DefineVertical($"hill{layer}", $"0 {color} 1", $"0.5 {color} 0.94", "1 #ffffff 0.1");
            var ridge = Ridge(canvas, top, 95 - (layer * 12));
            canvas.Path(ridge, color);
            canvas.Path(ridge, "#fff6d8", $"opacity='{0.16 - (layer * 0.03):0.##}' transform='translate(0 -5)'");
            canvas.Path(ridge, color, "transform='translate(0 6)'");
            PaintTrees(canvas, layer, top);
        }
    }

    private static string Ridge(SvgCanvas canvas, double top, double swing)
    {
        var path = $"M-20 1100 L-20 {top:0}";
        var step = canvas.Between(380, 520);
        for (var x = -20d; x < SvgCanvas.Width + 40; x += step)
        {
            var peak = top - canvas.Between(swing * 0.3, swing);
            var valley = top + canvas.Between(0, swing * 0.5);
            path += $"""
                 C{x + (step * 0.25):0} {peak:0} {x + (step * 0.45):0} {peak:0} {x + (step * 0.6):0} {top:0}
                S{x + (step * 0.85):0} {valley:0} {x + step:0} {top:0}
                """;
        }

        return $"{path} L1960 1100 Z";
    }

    private static void PaintTrees(SvgCanvas canvas, int layer, double top)
    {
        var color = new[] { "#6d9a8c", "#4d8468", "#35704a", "#245a36" }[layer];
        for (var tree = 0; tree < 9; tree++)
        {
            var x = canvas.Between(0, 1920);
            var height = canvas.Between(28, 46) * (1 + (layer * 0.55));
            var foot = top + canvas.Between(28, 60);
            canvas.Path(
                $"""
                M{x:0} {foot - height:0} q{height * 0.3:0} {height * 0.55:0} {height * 0.27:0} {height:0}
                h{-height * 0.54:0} q{-height * 0.03:0} {-height * 0.45:0} {height * 0.27:0} {-height:0} Z
                """,
                color);
        }
    }

    private static void PaintMeadow(SvgCanvas canvas)
    {
        canvas.DefineVertical("meadow", "0 #6fa84f 1", "0.5 #4b8a3f 1", "1 #2c602f 1");
        canvas.Path("M-10 872 C420 818 760 842 1010 858 S1600 884 1930 836 L1930 1100 L-10 1100 Z", "url(#meadow)");
        canvas.Glow(960, 960, 720, 120, "#d9f2a0", 0.35);
        for (var flower = 0; flower < 190; flower++)
        {
            var y = canvas.Between(880, 1060);
            var size = 1.6 + ((y - 880) / 46);
            var color = canvas.Pick("#fff3f3", "#ffd166", "#ff8fa3", "#c8b6ff");
            canvas.Ellipse(canvas.Between(0, 1920), y, size, size * 0.8, color, "opacity='0.9'");
        }
    }
}
