using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>Dunes in the last sun, a pool among palms.</summary>
internal sealed class DesertOasis : ISceneBackdrop
{
    private static readonly (string Trunk, string Leaf, string Light) Palm = ("#7a4a24", "#2f7d3b", "#6fb04a");
    private static readonly (string Trunk, string Leaf, string Light) FarPalm = ("#a06a3a", "#5c9a54", "#8dbb66");

    public IReadOnlyList<string> Keywords { get; } = ["desert oasis", "oasis", "desert", "dunes", "palms", "camel"];

    public double GroundLine => 985;

    public double Reflection => 0;

    public string ShadowColor => "#5a3212";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("sky", "0 #4fa3d8 1", "0.32 #a9d8e6 1", "0.52 #ffe0a8 1", "0.6 #ffc27a 1");
        canvas.Fill("url(#sky)");
        canvas.Glow(1560, 470, 640, 520, "#fff3c4", 0.95);
        canvas.Ellipse(1560, 470, 66, 66, "#fffbe6");
        PaintDunes(canvas);
        PaintPool(canvas);
        foreach (var (x, foot, height, lean) in ((double, double, double, double)[])
            [(1010, 716, 210, -40), (1090, 712, 260, 30), (1190, 716, 200, 60)])
        {
            canvas.PaintPalm((x, foot), height, lean, FarPalm);
        }

        foreach (var (x, foot, height, lean) in ((double, double, double, double)[])
            [(1640, 850, 560, -150), (1760, 880, 640, -60), (1845, 900, 520, 60)])
        {
            canvas.Ellipse(x - 70, foot + 4, 170, 18, "#7a4a1c", "opacity='0.35'");
            canvas.PaintPalm((x, foot), height * canvas.Between(0.95, 1.05), lean, Palm);
        }

        PaintReeds(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        canvas.DefineVertical("warmth", "0 #ffdf9e 0.12", "0.6 #ffb65c 0.06", "1 #5a2a08 0.25");
        canvas.Fill("url(#warmth)");
    }

    private static void PaintDunes(SvgCanvas canvas)
    {
        foreach (var (top, swing, lit, dark) in ((double, double, string, string)[])
            [(600, 90, "#f4c27a", "#d99a55"), (650, 110, "#f0b566", "#c98545"), (712, 80, "#eaa955", "#bf7a3a")])
        {
            var start = canvas.Between(-200, 0);
            canvas.DefineHorizontal($"dune{top}", $"0 {dark} 1", $"0.55 {lit} 1", "1 #ffe2a0 1");
            canvas.Path(canvas.Ridge(top, swing, 560), $"url(#dune{top})");
            for (var crest = 0; crest < 3; crest++)
            {
                var x = start + (crest * 720) + canvas.Between(0, 180);
                canvas.Path(
                    $"M{x:0} {top + 50:0} Q{x + 170:0} {top - (swing * 0.8):0} {x + 360:0} "
                    + $"{top - (swing * 0.55):0} Q{x + 250:0} {top - 10:0} {x + 330:0} {top + 90:0} "
                    + $"Q{x + 130:0} {top + 40:0} {x:0} {top + 50:0} Z",
                    dark, "opacity='0.5'");
            }
        }

        canvas.DefineVertical("sand", "0 #f2c277 1", "0.4 #e5ad5d 1", "1 #b9782f 1");
        canvas.Path("M-10 770 C420 720 700 760 1010 742 S1600 760 1930 730 L1930 1100 L-10 1100 Z", "url(#sand)");
        for (var ripple = 0; ripple < 170; ripple++)
        {
            var (x, y) = (canvas.Between(-60, 1900), canvas.Between(790, 1078));
            var width = canvas.Between(80, 260);
            canvas.Path(
                $"M{x:0} {y:0} q{width / 4:0} {-(y - 700) / 30:0} {width / 2:0} 0 t{width / 2:0} 0", "none",
                $"stroke='{canvas.Pick("#a5692a", "#ffe3a8")}' stroke-width='{1.5 + ((y - 780) / 90):0.#}' opacity='{canvas.Between(0.2, 0.5):0.##}'");
        }
    }

    private static void PaintPool(SvgCanvas canvas)
    {
        canvas.Path(
            "M720 812 C860 742 1240 736 1560 776 S1920 860 1700 886 S1100 916 900 872 S660 846 720 812 Z",
            "#c58a45");
        canvas.DefineVertical("pool", "0 #ffe0a0 1", "0.22 #7fdcd0 1", "0.6 #22a7b0 1", "1 #0f7f92 1");
        canvas.Path(
            "M745 812 C880 752 1230 748 1540 784 S1870 854 1690 876 S1110 902 915 862 S700 842 745 812 Z",
            "url(#pool)");
        canvas.Glow(1480, 800, 300, 40, "#fff4c8", 0.9);
        for (var glint = 0; glint < 70; glint++)
        {
            canvas.Rectangle(
                canvas.Between(860, 1680), canvas.Between(784, 866), canvas.Between(20, 110), 2.4, "#ffffff",
                $"rx='1' opacity='{canvas.Between(0.25, 0.7):0.##}'");
        }
    }

    private static void PaintReeds(SvgCanvas canvas)
    {
        for (var reed = 0; reed < 130; reed++)
        {
            var left = canvas.Chance(0.45);
            var (x, foot) =
                left ? (canvas.Between(735, 900), canvas.Between(830, 872)) : (canvas.Between(1560, 1800), canvas.Between(850, 896));
            var (height, lean) = (canvas.Between(36, 100), canvas.Between(-24, 24));
            canvas.Path(
                $"M{x - 3:0} {foot:0} Q{x:0} {foot - (height * 0.6):0} {x + lean:0} {foot - height:0} "
                + $"Q{x + 4:0} {foot - (height * 0.5):0} {x + 4:0} {foot:0} Z",
                canvas.Pick("#2f7a3a", "#4f9a48", "#86b75a"));
        }
    }
}
