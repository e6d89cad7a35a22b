using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>Islands that float among clouds, with waterfalls that end in the air.</summary>
internal sealed class SkyIslands : ISceneBackdrop
{
    public IReadOnlyList<string> Keywords { get; } =
        ["sky islands", "floating island", "islands", "waterfalls", "clouds"];

    public double GroundLine => 905;

    public double Reflection => 0;

    public string ShadowColor => "#1c4a24";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("sky", "0 #2f8fe0 1", "0.5 #8fd0f7 1", "0.85 #e3f5ff 1", "1 #ffffff 1");
        canvas.Fill("url(#sky)");
        canvas.Glow(1620, 120, 620, 520, "#fffbe0", 0.95);
        canvas.Ellipse(1620, 120, 70, 70, "#fffdf2");
        for (var cloud = 0; cloud < 9; cloud++)
        {
            canvas.PaintCloud(
                canvas.Between(0, 1920), canvas.Between(130, 520), canvas.Between(36, 90), "#ffffff", 0.75);
        }

        PaintIsland(canvas, canvas.Between(180, 300), 360, 130, 0.6);
        PaintIsland(canvas, canvas.Between(1180, 1280), 300, 100, 0.5);
        PaintIsland(canvas, canvas.Between(1520, 1640), 520, 210, 0.9);
        PaintIsland(canvas, canvas.Between(120, 200), 640, 170, 0.8);
        for (var cloud = 0; cloud < 12; cloud++)
        {
            canvas.PaintCloud(
                canvas.Between(-60, 1980), canvas.Between(760, 960), canvas.Between(90, 170), "#ffffff", 0.85);
        }

        PaintNearIsland(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        for (var cloud = 0; cloud < 7; cloud++)
        {
            var x = cloud % 2 == 0 ? canvas.Between(-80, 300) : canvas.Between(1520, 2000);
            canvas.PaintCloud(x, canvas.Between(1040, 1110), canvas.Between(110, 170), "#ffffff", 0.95);
        }

        foreach (var (x, y) in ((double, double)[])[(560, 190), (640, 220), (1010, 150), (1090, 176)])
        {
            canvas.Path(
                $"M{x - 26} {y} q13 -16 26 0 q13 -16 26 0",
                "none", "stroke='#2a4a6a' stroke-width='4' stroke-linecap='round'");
        }
    }

    private static void PaintIsland(SvgCanvas canvas, double x, double y, double half, double strength)
    {
        canvas.Add($"<g opacity='{0.55 + (strength * 0.45):0.##}'>");
        PaintRock(canvas, x, y, half, half * 1.25);
        canvas.Ellipse(x, y, half, half * 0.2, "#4fa84a");
        canvas.Ellipse(x, y - (half * 0.05), half * 0.96, half * 0.16, "#7fd062");
        for (var tree = 0; tree < 7; tree++)
        {
            var (left, size) = (x + canvas.Between(-half * 0.75, half * 0.75), half * canvas.Between(0.12, 0.22));
            canvas.Rectangle(left - (size * 0.12), y - (size * 0.9), size * 0.24, size, "#6a4a2a");
            canvas.Ellipse(left, y - (size * 1.5), size * 0.75, size, canvas.Pick("#2f8a3f", "#3f9f4a", "#58b552"));
        }

        canvas.DefineVertical("fall", "0 #ffffff 0.95", "0.6 #cfeeff 0.8", "1 #ffffff 0");
        var edge = x + (canvas.Pick(-1, 1) * half * 0.55);
        canvas.Rectangle(edge - (half * 0.07), y + (half * 0.08), half * 0.14, half * 1.5, "url(#fall)");
        canvas.Glow(edge, y + (half * 1.5), half * 0.3, half * 0.16, "#ffffff", 0.8);
        canvas.Add("</g>");
    }

    private static void PaintRock(SvgCanvas canvas, double x, double y, double half, double depth)
    {
        canvas.DefineHorizontal("rock", "0 #7a5c46 1", "0.6 #a07a58 1", "1 #c99f74 1");
        var path = $"M{x - half:0} {y:0}";
        for (var tooth = 1; tooth <= 9; tooth++)
        {
            var along = tooth / 10d;
            var hang = depth * Math.Sin(along * Math.PI) * (tooth % 2 == 0 ? 0.72 : 1) * canvas.Between(0.85, 1.1);
            path += $" L{x - half + (along * half * 2):0} {y + hang:0}";
        }

        canvas.Path($"{path} L{x + half:0} {y:0} Z", "url(#rock)");
        for (var crack = 0; crack < 9; crack++)
        {
            var left = x + canvas.Between(-half * 0.75, half * 0.75);
            canvas.Path(
                $"M{left:0} {y + (half * 0.12):0} l{canvas.Between(-14, 14):0} "
                + $"{half * canvas.Between(0.2, 0.5):0}",
                "none", "stroke='#4f3a2c' stroke-width='4' opacity='0.45'");
        }
    }

    private static void PaintNearIsland(SvgCanvas canvas)
    {
        PaintRock(canvas, 900, 930, 760, 330);
        canvas.DefineVertical("meadow", "0 #9be36f 1", "0.5 #58b04c 1", "1 #2f7a3a 1");
        canvas.Path(
            "M140 928 C200 850 560 826 900 828 S1600 850 1660 928 C1600 980 1320 962 1180 996 S640 1000 520 "
            + "968 S190 984 140 928 Z",
            "url(#meadow)");
        canvas.Glow(900, 900, 520, 60, "#fbffd0", 0.5);
        for (var tuft = 0; tuft < 150; tuft++)
        {
            var (x, y) = (900 + canvas.Between(-690, 690), canvas.Between(862, 968));
            canvas.Path(
                $"M{x - 6:0} {y:0} q4 -16 {canvas.Between(-8, 10):0} -24 q2 14 6 24 Z",
                canvas.Pick("#7fcf5a", "#3f9a45", "#2a7a38"));
        }

        for (var flower = 0; flower < 70; flower++)
        {
            var (x, y) = (900 + canvas.Between(-690, 690), canvas.Between(856, 960));
            canvas.Ellipse(x, y, 6, 5, canvas.Pick("#ffffff", "#ffd84a", "#ff8fb0", "#c79bff"));
            canvas.Ellipse(x, y, 2, 2, "#f0a020");
        }
    }
}
