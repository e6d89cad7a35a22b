using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>A stepped pyramid of mossy stone in the mist, framed by leaves and lianas.</summary>
internal sealed class JungleTemple : ISceneBackdrop
{
    public IReadOnlyList<string> Keywords { get; } = ["jungle temple", "jungle", "temple", "pyramid", "lianas"];

    public double GroundLine => 1000;

    public double Reflection => 0;

    public string ShadowColor => "#0c1f12";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("air", "0 #d8f2c4 1", "0.4 #9fd0a0 1", "1 #4f8a5c 1");
        canvas.Fill("url(#air)");
        canvas.Glow(640, 130, 900, 620, "#fffbd6", 0.9);
        PaintCrowns(canvas, "#7fb98a", 470, 300);
        PaintTemple(canvas);
        canvas.DefineVertical("mist", "0 #f2ffe6 0", "0.6 #f2ffe6 0.75", "1 #f2ffe6 0");
        canvas.Rectangle(0, 520, 1920, 340, "url(#mist)");
        PaintCrowns(canvas, "#3f8a55", 250, 190);
        PaintGround(canvas);
        foreach (var (x, width) in ((double, double)[])[(120, 120), (400, 70), (1530, 76), (1800, 130)])
        {
            PaintTrunk(canvas, x + canvas.Between(-30, 30), width);
        }

        canvas.PaintBeams("#fffde0", 560, 260, 960);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        foreach (var (x, y, turn) in ((double, double, double)[])
            [(-40, 1060, 0.7), (120, 1110, 0.35), (-60, 820, 1.1), (1960, 1060, -0.7), (1800, 1110, -0.35),
            (1980, 800, -1.1),
            (-40, 80, 2.2), (1960, 60, -2.2), (330, 1140, 0.15), (1600, 1140, -0.2)])
        {
            PaintLeaf(canvas, x, y, canvas.Between(270, 350), turn + canvas.Between(-0.12, 0.12));
        }

        canvas.PaintVignette("#06200f", 0.6);
    }

    private static void PaintCrowns(SvgCanvas canvas, string color, double lowest, double size)
    {
        for (var crown = 0; crown < 34; crown++)
        {
            var x = canvas.Between(-80, 2000);
            var side = Math.Min(1, Math.Abs(x - 960) / 760);
            var radius = size * canvas.Between(0.35, 0.75);
            canvas.Ellipse(x, canvas.Between(-80, lowest * side * side), radius, radius * 0.6, color, "opacity='0.85'");
        }
    }

    private static void PaintTemple(SvgCanvas canvas)
    {
        canvas.DefineHorizontal("stone", "0 #c9c8a2 1", "0.5 #a3a788 1", "1 #6f7a62 1");
        canvas.DefineVertical("deep", "0 #10190f 1", "1 #26331f 1");
        for (var step = 0; step < 6; step++)
        {
            var (half, top) = (660 - (step * 92), 790 - (step * 88));
            canvas.Rectangle(960 - half, top, half * 2, 92, "url(#stone)");
            canvas.Rectangle(960 - half - 8, top, (half * 2) + 16, 16, "#dcdab4");
            canvas.Rectangle(960 - half, top + 84, half * 2, 8, "#3f4a36", "opacity='0.6'");
            PaintBlocks(canvas, half, top);
        }

        canvas.Path("M790 350 L810 240 H1110 L1130 350 Z", "url(#stone)");
        canvas.Path("M780 240 H1140 L1090 178 H830 Z", "#b9ba94");
        canvas.Path("M905 350 V272 H1015 V350 Z", "url(#deep)");
        PaintStairs(canvas);
    }

    private static void PaintBlocks(SvgCanvas canvas, double half, double top)
    {
        for (var row = 0; row < 3; row++)
        {
            for (var x = 960 - half + canvas.Between(0, 60); x < 960 + half - 20; x += canvas.Between(56, 104))
            {
                canvas.Rectangle(x, top + 18 + (row * 23), 3, 21, "#4c5842", "opacity='0.55'");
            }

            canvas.Rectangle(960 - half, top + 38 + (row * 23), half * 2, 2.5, "#4c5842", "opacity='0.45'");
        }

        for (var moss = 0; moss < 12; moss++)
        {
            canvas.Ellipse(
                960 + canvas.Between(-half, half), top + canvas.Between(4, 20), canvas.Between(24, 80),
                canvas.Between(8, 20),
                canvas.Pick("#5c9a4a", "#3f7d3f", "#7fb556"), "opacity='0.85'");
        }
    }

    private static void PaintStairs(SvgCanvas canvas)
    {
        canvas.Path("M880 350 H1040 L1150 900 H770 Z", "#8e9476");
        for (var stair = 0; stair < 30; stair++)
        {
            var part = Math.Pow(stair / 30d, 1.12);
            var (half, y) = (80 + (part * 110), 350 + (part * 545));
            canvas.Rectangle(960 - half, y, half * 2, 7 + (part * 5), "#d2d1ab");
            canvas.Rectangle(960 - half, y + 8 + (part * 5), half * 2, 4 + (part * 3), "#525e48", "opacity='0.7'");
        }

        canvas.Path("M862 350 H884 L786 900 H738 Z", "#c4c39d");
        canvas.Path("M1036 350 H1058 L1182 900 H1134 Z", "#7b846a");
    }

    private static void PaintGround(SvgCanvas canvas)
    {
        canvas.DefineVertical("floor", "0 #6f9a55 1", "0.4 #3f7040 1", "1 #173a22 1");
        canvas.Path("M-10 880 C400 852 760 884 1010 876 S1600 892 1930 862 V1100 H-10 Z", "url(#floor)");
        canvas.DefineVertical("slab", "0 #bfc19a 1", "1 #6c7659 1");
        canvas.Path("M620 930 H1300 L1440 1050 H480 Z", "url(#slab)");
        canvas.Path("M480 1050 H1440 V1084 H480 Z", "#4a553e");
        canvas.Path(
            "M960 930 V1050 M790 930 L700 1050 M1130 930 L1220 1050 M560 984 H1364",
            "none", "stroke='#56624a' stroke-width='4' opacity='0.7'");
        canvas.PaintGrass(905, 1075, 130, "#7fbf5a", "#3f8a45", "#1f5d34");
        canvas.Glow(960, 990, 420, 60, "#fff9d0", 0.4);
    }

    private static void PaintTrunk(SvgCanvas canvas, double x, double width)
    {
        canvas.DefineHorizontal("bark", "0 #6a5236 1", "0.4 #4c3a28 1", "1 #241b14 1");
        canvas.Path(
            $"M{x - (width * 1.1):0} 930 Q{x - (width * 0.5):0} 800 {x - (width * 0.45):0} -20 "
            + $"H{x + (width * 0.45):0} Q{x + (width * 0.5):0} 800 {x + (width * 1.1):0} 930 Z",
            "url(#bark)");
        for (var liana = 0; liana < 4; liana++)
        {
            var (from, to) = (x + canvas.Between(-width, width), x + canvas.Between(-260, 260));
            var sag = canvas.Between(300, 560);
            canvas.Path(
                $"M{from:0} -20 Q{(from + to) / 2:0} {sag:0} {to:0} -20", "none",
                $"stroke='{canvas.Pick("#2f5d2c", "#47782f")}' stroke-width='{canvas.Between(5, 11):0}'");
        }
    }

    private static void PaintLeaf(SvgCanvas canvas, double x, double y, double length, double turn)
    {
        var color = canvas.Pick("#14502a", "#1d6a33", "#0f4024");
        var half = length * 0.24;
        canvas.Add($"<g transform='translate({x:0} {y:0}) rotate({turn * 180 / Math.PI:0})'>");
        canvas.Path(
            $"M0 0 C{-half * 1.5:0} {-length * 0.3:0} {-half:0} {-length * 0.85:0} 0 {-length:0} C{half:0} "
            + $"{-length * 0.85:0} {half * 1.5:0} {-length * 0.3:0} 0 0 Z",
            color);
        for (var vein = 1; vein < 8; vein++)
        {
            var up = length * vein * 0.11;
            canvas.Path(
                $"M0 {-up:0} L{-half * 0.9:0} {-up - (half * 0.7):0} M0 {-up:0} L{half * 0.9:0} "
                + $"{-up - (half * 0.7):0}",
                "none", "stroke='#4fa050' stroke-width='3' opacity='0.55'");
        }

        canvas.Path($"M0 0 V{-length * 0.96:0}", "none", "stroke='#6fbf5c' stroke-width='5' opacity='0.8'");
        canvas.Add("</g>");
    }
}
