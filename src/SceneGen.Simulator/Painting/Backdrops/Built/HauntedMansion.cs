using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Built;

/// <summary>A crooked house on a hill before a full moon: bats, bare trees, pumpkins along the path.</summary>
internal sealed class HauntedMansion : ISceneBackdrop
{
    public IReadOnlyList<string> Keywords { get; } =
        ["haunted mansion", "haunted", "mansion", "pumpkins", "bats", "spooky"];

    public double GroundLine => 985;

    public double Reflection => 0;

    public string ShadowColor => "#05020c";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("night", "0 #150a33 1", "0.45 #3a1f66 1", "0.75 #6a4a8a 1", "1 #7a6a8a 1");
        canvas.Fill("url(#night)");
        canvas.PaintStars(140, 520);
        canvas.Glow(700, 350, 720, 640, "#fff0b8", 0.75);
        canvas.DefineRadial("moon", "0 #fffbe6 1", "0.8 #ffe9a0 1", "1 #f5d57a 1");
        canvas.Ellipse(700, 350, 270, 270, "url(#moon)");
        foreach (var (x, y, size) in ((double, double, double)[])
            [(600, 270, 40), (790, 430, 54), (830, 250, 26), (640, 470, 30)])
        {
            canvas.Ellipse(x, y, size, size * 0.9, "#e8c870", "opacity='0.4'");
        }

        canvas.Path(canvas.Ridge(770, 90, 480), "#2c1d4a");
        canvas.Path("M-20 1100 V840 C200 800 330 700 560 690 S900 760 1100 830 S1700 850 1940 830 V1100 Z", "#1d1236");
        PaintHouse(canvas, 560);
        PaintTree(canvas, 130, 900, 300, 1);
        PaintTree(canvas, 1690, 880, 420, -1);
        PaintGround(canvas);
        PaintFence(canvas);
        for (var bat = 0; bat < 15; bat++)
        {
            PaintBat(canvas, canvas.Between(330, 1560), canvas.Between(80, 470), canvas.Between(20, 46));
        }

        foreach (var (x, foot, size) in ((double, double, double)[])
            [(860, 880, 30), (760, 925, 42), (640, 985, 58), (1090, 890, 32), (1570, 930, 50), (1720, 1000, 70),
            (420, 1030, 66)])
        {
            PaintPumpkin(canvas, x + canvas.Between(-14, 14), foot, size);
        }
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        canvas.DefineVertical("mist", "0 #c9d6c8 0", "0.6 #c9d6c8 0.42", "1 #c9d6c8 0.1");
        for (var veil = 0; veil < 9; veil++)
        {
            canvas.Ellipse(
                canvas.Between(0, 1920), canvas.Between(985, 1060), canvas.Between(300, 620), canvas.Between(22, 48),
                "#cfe0d0", "opacity='0.16'");
        }

        canvas.Rectangle(0, 960, 1920, 130, "url(#mist)", "opacity='0.5'");
        canvas.PaintVignette("#04010f", 0.75);
    }

    private static void PaintHouse(SvgCanvas canvas, double x)
    {
        const string Wall = "#120a26";
        canvas.Add($"<g transform='translate({x:0} 720)'>");
        canvas.Path("M-220 20 L-212 -210 L40 -222 L48 20 Z M30 20 L36 -150 L236 -140 L226 24 Z", Wall);
        canvas.Path("M-250 -200 L-90 -340 L76 -212 Z M16 -138 L140 -248 L262 -128 Z", Wall);
        canvas.Path("M-300 20 L-290 -330 L-196 -336 L-200 20 Z M-318 -322 L-240 -490 L-172 -330 Z", Wall);
        canvas.Path("M60 -140 L74 -400 L150 -394 L150 -140 Z M46 -392 L116 -560 L172 -388 Z", Wall);
        canvas.Path("M-60 -290 L-58 -380 L-22 -380 L-20 -262 Z", Wall);
        foreach (var (left, top, wide, high) in ((double, double, double, double)[])
            [(-180, -160, 44, 66), (-110, -162, 44, 66), (-30, -164, 44, 66), (-264, -270, 38, 60),
            (-262, -130, 38, 60),
            (94, -340, 36, 56), (70, -96, 40, 54), (152, -92, 40, 54), (-112, -286, 40, 46)])
        {
            canvas.Glow(left + (wide / 2), top + (high / 2), 90, 90, "#ffb03a", 0.55);
            canvas.Path(
                $"M{left} {top + high} V{top + 14} Q{left + (wide / 2)} {top - 14} {left + wide} {top + 14} "
                + $"V{top + high} Z",
                canvas.Pick("#ffc94a", "#ffb13b", "#ffd978"));
            canvas.Path(
                $"M{left + (wide / 2)} {top} V{top + high} M{left} {top + (high / 2)} h{wide}",
                "none", $"stroke='{Wall}' stroke-width='5'");
        }

        canvas.Path("M-112 24 V-60 Q-84 -96 -56 -60 V24 Z", "#ff9a2a");
        canvas.Path("M-84 -80 V24", "none", $"stroke='{Wall}' stroke-width='6'");
        canvas.Add("</g>");
    }

    private static void PaintGround(SvgCanvas canvas)
    {
        canvas.DefineVertical("grass", "0 #2c2348 1", "0.4 #231a3c 1", "1 #0c0818 1");
        canvas.Path("M-20 1100 V890 C260 850 640 872 960 866 S1600 868 1940 880 V1100 Z", "url(#grass)");
        canvas.DefineVertical("path", "0 #5a4a72 1", "1 #9a86a8 1");
        canvas.Path(
            "M474 742 C520 790 700 800 820 850 S960 940 900 1100 H1600 C1560 980 1240 900 980 840 S600 780 "
            + "496 740 Z",
            "url(#path)", "opacity='0.9'");
        for (var stone = 0; stone < 60; stone++)
        {
            var y = canvas.Between(890, 1075);
            var (left, right) = (960 - ((y - 890) * 0.2), 1140 + ((y - 890) * 2.2));
            canvas.Ellipse(
                canvas.Between(left, right), y, 12 + ((y - 890) / 6), 5 + ((y - 890) / 18),
                canvas.Pick("#75648c", "#b3a0bd", "#5c4c72"), "opacity='0.7'");
        }
    }

    private static void PaintFence(SvgCanvas canvas)
    {
        foreach (var (from, to) in ((double, double)[])[(0, 330), (1240, 1920)])
        {
            for (var x = from; x < to; x += 34)
            {
                canvas.Path($"M{x} 905 V776 l5 -22 l5 22 V905 Z", "#0a0616");
            }

            canvas.Rectangle(from, 800, to - from, 7, "#0a0616");
            canvas.Rectangle(from, 878, to - from, 7, "#0a0616");
        }
    }

    private static void PaintTree(SvgCanvas canvas, double x, double y, double length, int lean)
        => PaintBranch(canvas, x, y, length, lean * 0.08, 6);

    private static void PaintBranch(SvgCanvas canvas, double x, double y, double length, double angle, int depth)
    {
        var (endX, endY) = (x + (Math.Sin(angle) * length), y - (Math.Cos(angle) * length));
        var bend = x + (Math.Sin(angle + 0.3) * length * 0.5);
        canvas.Path(
            $"M{x:0} {y:0} Q{bend:0} {(y + endY) / 2:0} {endX:0} {endY:0}",
            "none", $"stroke='#0d0720' stroke-width='{depth * depth * 1.25:0.#}' stroke-linecap='round'");
        if (depth > 1)
        {
            PaintBranch(
                canvas, endX, endY, length * canvas.Between(0.55, 0.72), angle - canvas.Between(0.3, 0.75),
                depth - 1);
            PaintBranch(
                canvas, endX, endY, length * canvas.Between(0.55, 0.72), angle + canvas.Between(0.3, 0.75),
                depth - 1);
        }
    }

    private static void PaintBat(SvgCanvas canvas, double x, double y, double size)
        => canvas.Path(
            $"M{x:0} {y:0} q{-size * 0.3:0} {-size * 0.5:0} {-size * 0.9:0} {-size * 0.35:0} "
            + $"q{-size * 0.6:0} {-size * 0.1:0} {-size * 0.9:0} {size * 0.4:0} q{size * 0.4:0} "
            + $"{-size * 0.2:0} {size * 0.7:0} {size * 0.1:0} q{size * 0.4:0} {-size * 0.2:0} {size * 0.6:0} "
            + $"{size * 0.2:0} q{size * 0.25:0} {size * 0.25:0} {size * 0.5:0} {size * 0.3:0} "
            + $"q{size * 0.25:0} {-size * 0.05:0} {size * 0.5:0} {-size * 0.3:0} q{size * 0.2:0} "
            + $"{-size * 0.4:0} {size * 0.6:0} {-size * 0.2:0} q{size * 0.3:0} {-size * 0.3:0} {size * 0.7:0} "
            + $"{-size * 0.1:0} q{-size * 0.3:0} {-size * 0.5:0} {-size * 0.9:0} {-size * 0.4:0} "
            + $"q{-size * 0.6:0} {-size * 0.15:0} {-size * 0.9:0} {size * 0.35:0} Z",
            "#0b0618");

    private static void PaintPumpkin(SvgCanvas canvas, double x, double foot, double size)
    {
        canvas.Glow(x, foot - (size * 0.5), size * 2.6, size * 2, "#ff9a2a", 0.5);
        foreach (var (shift, color) in ((double, string)[])
            [(-0.6, "#c85a10"), (0.6, "#c85a10"), (-0.28, "#e8741c"), (0.28, "#e8741c"), (0, "#f5892a")])
        {
            canvas.Ellipse(x + (shift * size), foot - (size * 0.62), size * 0.52, size * 0.66, color);
        }

        canvas.Path(
            $"M{x - 5:0} {foot - (size * 1.2):0} q4 {-size * 0.3:0} {size * 0.3:0} {-size * 0.34:0} l6 8 "
            + $"q{-size * 0.2:0} 4 {-size * 0.16:0} {size * 0.3:0} Z",
            "#4a6a2a");
        canvas.Path(
            $"M{x - (size * 0.5):0} {foot - (size * 0.72):0} l{size * 0.34:0} 0 l{-size * 0.17:0} "
            + $"{-size * 0.28:0} Z M{x + (size * 0.16):0} {foot - (size * 0.72):0} l{size * 0.34:0} 0 "
            + $"l{-size * 0.17:0} {-size * 0.28:0} Z M{x - (size * 0.6):0} {foot - (size * 0.5):0} "
            + $"q{size * 0.6:0} {size * 0.5:0} {size * 1.2:0} 0 l{-size * 0.24:0} {size * 0.02:0} l-4 8 l-8 -6 "
            + $"q{-size * 0.3:0} {size * 0.1:0} {-size * 0.5:0} 0 l-5 8 l-6 -8 Z",
            "#fff09a");
    }
}
