using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>Curtains of light over snow: mountains, pines, a frozen lake and a cabin.</summary>
internal sealed class NorthernLights : ISceneBackdrop
{
    public IReadOnlyList<string> Keywords { get; } = ["northern lights", "aurora", "snow", "snowy", "frozen", "winter"];

    public double GroundLine => 985;

    public double Reflection => 0;

    public string ShadowColor => "#12305a";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("night", "0 #050b24 1", "0.4 #0b2348 1", "0.65 #1b5568 1", "1 #2f7d7a 1");
        canvas.Fill("url(#night)");
        canvas.PaintStars(320, 620);
        PaintCurtain(canvas, 330, 90, 0.0042, ("#5cffb0", "#8a5cff"), 300);
        PaintCurtain(canvas, 250, 120, 0.0031, ("#3dffcf", "#b45cff"), 260);
        PaintCurtain(canvas, 440, 60, 0.0056, ("#8dff8a", "#4fd0ff"), 220);
        PaintMountains(canvas);
        PaintLake(canvas);
        for (var pine = 0; pine < 30; pine++)
        {
            var x = canvas.Chance(0.5) ? canvas.Between(-30, 560) : canvas.Between(1330, 1950);
            canvas.PaintPine(x, 780 + canvas.Between(-18, 26), canvas.Between(90, 190), "#0c2f3a", "#bfe9ea");
        }

        PaintCabin(canvas, 300, 830);
        PaintSnow(canvas);
        foreach (var (x, height) in ((double, double)[])[(60, 460), (1730, 520), (1880, 420)])
        {
            canvas.PaintPine(x, 960, height, "#08222e", "#dff6f5");
        }
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        canvas.Path(
            "M-10 1058 C300 1020 620 1064 980 1046 S1600 1030 1930 1060 V1100 H-10 Z",
            "#eefbff", "opacity='0.95'");
        for (var flake = 0; flake < 120; flake++)
        {
            var size = canvas.Between(1.2, 3.8);
            canvas.Ellipse(
                canvas.Between(0, 1920), canvas.Between(0, 1080), size, size, "#ffffff",
                $"opacity='{canvas.Between(0.35, 0.9):0.##}'");
        }

        canvas.PaintVignette("#020814", 0.6);
    }

    /// <summary>A wave of upright strips, bright at their feet and fading upwards.</summary>
    private static void PaintCurtain(
        SvgCanvas canvas, double middle, double swing, double rate, (string Foot, string Top) colors, double height)
    {
        canvas.DefineVertical(
            $"curtain{colors.Foot[1..]}", $"0 {colors.Top} 0", $"0.45 {colors.Top} 0.4", $"0.85 {colors.Foot} 0.8", $"1 {colors.Foot} 0");
        var phase = canvas.Between(0, 6);
        for (var x = -40d; x < 1960; x += 13)
        {
            var foot =
                middle + (Math.Sin((x * rate) + phase) * swing) + (Math.Sin((x * rate * 2.7) + phase) * swing * 0.4);
            var tall = height * (0.75 + (0.35 * Math.Sin((x * 0.021) + phase))) * canvas.Between(0.85, 1.15);
            canvas.Rectangle(
                x, foot - tall, 15, tall, $"url(#curtain{colors.Foot[1..]})",
                $"opacity='{0.5 + (0.4 * Math.Sin((x * 0.013) + phase)):0.##}'");
        }
    }

    private static void PaintMountains(SvgCanvas canvas)
    {
        canvas.DefineVertical("far", "0 #b6d8e4 1", "0.35 #5f93a8 1", "1 #24566a 1");
        canvas.Path(canvas.Peaks(700, 230, 330), "url(#far)");
        canvas.DefineVertical("near", "0 #e8f8fb 1", "0.25 #8fb9c9 1", "0.8 #1d4a60 1", "1 #1d4a60 1");
        canvas.Path(canvas.Peaks(745, 160, 250), "url(#near)");
    }

    private static void PaintLake(SvgCanvas canvas)
    {
        canvas.DefineVertical("ice", "0 #4fd6a8 1", "0.35 #2b8f96 1", "1 #155a74 1");
        canvas.Rectangle(0, 745, 1920, 150, "url(#ice)");
        for (var streak = 0; streak < 60; streak++)
        {
            canvas.Rectangle(
                canvas.Between(-60, 1900), canvas.Between(750, 880), canvas.Between(60, 300), canvas.Between(1, 3),
                canvas.Pick("#b9ffe2", "#ffffff", "#7fe8ff"), $"opacity='{canvas.Between(0.15, 0.5):0.##}'");
        }
    }

    private static void PaintCabin(SvgCanvas canvas, double x, double foot)
    {
        canvas.Glow(x + 40, foot - 45, 240, 150, "#ffb04a", 0.75);
        canvas.Rectangle(x - 90, foot - 95, 180, 100, "#5a3420");
        for (var log = 0; log < 5; log++)
        {
            canvas.Rectangle(x - 90, foot - 93 + (log * 20), 180, 3, "#2f1a10");
        }

        canvas.Path($"M{x - 120:0} {foot - 88:0} L{x:0} {foot - 175:0} L{x + 120:0} {foot - 88:0} Z", "#eefaff");
        canvas.Path($"M{x - 104:0} {foot - 86:0} L{x:0} {foot - 158:0} L{x + 104:0} {foot - 86:0} Z", "#4a2a1a");
        canvas.Rectangle(x + 50, foot - 190, 24, 60, "#4a3a3a");
        canvas.Rectangle(x + 14, foot - 70, 48, 42, "#ffe08a");
        canvas.Rectangle(x + 36, foot - 70, 4, 42, "#5a3420");
        canvas.Rectangle(x - 58, foot - 72, 42, 77, "#3a2014");
    }

    private static void PaintSnow(SvgCanvas canvas)
    {
        canvas.DefineVertical("snow", "0 #c9f3ea 1", "0.3 #e6f8fb 1", "1 #9cc4df 1");
        canvas.Path("M-10 850 C360 806 640 880 980 856 S1560 812 1930 862 V1100 H-10 Z", "url(#snow)");
        canvas.Path("M-10 930 C300 896 760 960 1120 922 S1640 900 1930 940 V1100 H-10 Z", "#f4fdff", "opacity='0.7'");
        canvas.Glow(1100, 930, 700, 110, "#8dffca", 0.35);
    }
}
