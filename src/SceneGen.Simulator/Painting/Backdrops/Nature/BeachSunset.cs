using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>The sun goes down over the sea, palms lean in.</summary>
internal sealed class BeachSunset : ISceneBackdrop
{
    private const double Horizon = 600;
    private static readonly (string Trunk, string Leaf, string Light) Palm = ("#3a1a2c", "#2a1430", "#5a2440");

    public IReadOnlyList<string> Keywords { get; } =
        ["beach at sunset", "sandy beach", "beach", "sunset", "waves", "sea"];

    public double GroundLine => 988;

    public double Reflection => 0.2;

    public string ShadowColor => "#3a1630";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical(
            "sky", "0 #3b2a78 1", "0.22 #a8438f 1", "0.4 #ff6f61 1", "0.52 #ffb25a 1", "0.56 #ffe08a 1", "1 #ffe08a 1");
        canvas.Fill("url(#sky)");
        var sun = canvas.Between(1290, 1420);
        canvas.Glow(sun, Horizon - 40, 780, 560, "#fff0b0", 0.9);
        canvas.Ellipse(sun, Horizon - 34, 118, 118, "#fff6d0");
        for (var cloud = 0; cloud < 16; cloud++)
        {
            var (x, y) = (canvas.Between(0, 1920), canvas.Between(90, 520));
            var width = canvas.Between(120, 420);
            canvas.Ellipse(
                x, y, width, canvas.Between(6, 17), canvas.Pick("#ffb27d", "#ff7f8e", "#8a3f8a", "#ffd9a0"),
                $"opacity='{canvas.Between(0.3, 0.75):0.##}'");
        }

        PaintSea(canvas, sun);
        PaintSand(canvas);
        canvas.PaintPalm((60, 960), 860, 260, Palm);
        canvas.PaintPalm((-30, 980), 640, 150, Palm);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        canvas.DefineVertical("glow", "0 #ff9a5c 0.1", "0.6 #ff7a6a 0.08", "1 #2a0f3a 0.35");
        canvas.Fill("url(#glow)");
    }

    private static void PaintSea(SvgCanvas canvas, double sun)
    {
        canvas.DefineVertical("sea", "0 #ffb56a 1", "0.2 #c8577f 1", "0.7 #5a3a86 1", "1 #3a3f86 1");
        canvas.Rectangle(0, Horizon, 1920, 300, "url(#sea)");
        for (var glint = 0; glint < 260; glint++)
        {
            var y = Horizon + (Math.Pow(canvas.Between(0, 1), 1.5) * 250);
            var spread = 60 + ((y - Horizon) * 1.1);
            var width = 20 + ((y - Horizon) * 0.35);
            canvas.Rectangle(
                sun + canvas.Between(-spread, spread) - (width / 2), y, width * canvas.Between(0.5, 1.3),
                2 + ((y - Horizon) / 60),
                canvas.Pick("#fff3c0", "#ffd27a", "#ffe8a8"), $"rx='2' opacity='{canvas.Between(0.4, 0.95):0.##}'");
        }

        for (var wave = 0; wave < 70; wave++)
        {
            var y = canvas.Between(Horizon + 12, 850);
            canvas.Rectangle(
                canvas.Between(-80, 1900), y, canvas.Between(80, 330), 1.5 + ((y - Horizon) / 80),
                canvas.Pick("#ff9f8a", "#2f2a6a"),
                $"rx='2' opacity='{canvas.Between(0.2, 0.5):0.##}'");
        }
    }

    private static void PaintSand(SvgCanvas canvas)
    {
        canvas.DefineVertical("wet", "0 #d98a80 1", "0.4 #b86f6c 1", "1 #7a4a58 1");
        canvas.Path("M-10 836 C300 806 620 866 980 840 S1560 800 1930 850 V1100 H-10 Z", "url(#wet)");
        canvas.DefineVertical("dry", "0 #f0b98a 1", "1 #a8685a 1");
        canvas.Path("M-10 902 C380 856 700 930 1100 906 S1640 884 1930 930 V1100 H-10 Z", "url(#dry)");
        foreach (var (shift, opacity) in ((double, double)[])[(0, 0.95), (-26, 0.6), (38, 0.35)])
        {
            canvas.Path(
                $"M-10 {838 + shift:0} C300 {808 + shift:0} 620 {868 + shift:0} 980 {842 + shift:0} S1560 "
                + $"{802 + shift:0} 1930 {852 + shift:0}",
                "none", $"stroke='#fff1e6' stroke-width='9' stroke-linecap='round' stroke-dasharray='190 14 70 22' opacity='{opacity}'");
        }

        for (var grain = 0; grain < 220; grain++)
        {
            var y = canvas.Between(925, 1076);
            canvas.Ellipse(
                canvas.Between(0, 1920), y, canvas.Between(2, 6), canvas.Between(1, 2.4),
                canvas.Pick("#ffe0bd", "#7a4048", "#d99a78"),
                "opacity='0.6'");
        }

        foreach (var (x, y) in ((double, double)[])[(1290, 1010), (1610, 985), (260, 1030)])
        {
            PaintStarfish(canvas, x + canvas.Between(-60, 60), y, 24);
        }
    }

    private static void PaintStarfish(SvgCanvas canvas, double x, double y, double size)
    {
        var points = Enumerable.Range(0, 10).Select(point =>
        {
            var (angle, reach) = (point * Math.PI / 5, point % 2 == 0 ? size : size * 0.42);
            return $"{x + (Math.Sin(angle) * reach):0} {y - (Math.Cos(angle) * reach * 0.55):0}";
        });
        canvas.Path(
            $"M{string.Join(" L", points)} Z", "#ff7a5a",
            "stroke='#ff7a5a' stroke-width='7' stroke-linejoin='round'");
    }
}
