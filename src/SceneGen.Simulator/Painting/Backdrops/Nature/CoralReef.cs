using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>Under water: coral on white sand, shoals of fish, light from the surface.</summary>
internal sealed class CoralReef : ISceneBackdrop
{
    private static readonly string[] Reds = ["#ff6b5e", "#ff8f4d", "#ff5d9e", "#ffb347", "#c86bff", "#ff7eb6"];

    public IReadOnlyList<string> Keywords { get; } =
        ["coral reef", "coral", "underwater", "under water", "reef", "fish"];

    public double GroundLine => 910;

    public double ShadowDrop => 74;

    public double Reflection => 0;

    public string ShadowColor => "#0a4a5c";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("water", "0 #b8fbff 1", "0.12 #5fdcef 1", "0.5 #1793c4 1", "1 #0b5590 1");
        canvas.Fill("url(#water)");
        canvas.Glow(960, -60, 1150, 520, "#f4ffff", 0.8);
        canvas.PaintBeams("#eaffff", 960, -40, 960);
        canvas.Path(canvas.Ridge(700, 150, 430), "#1c7fae", "opacity='0.75'");
        PaintShoal(canvas, canvas.Between(180, 520), canvas.Between(260, 400), 26, "#0c5f8d");
        PaintShoal(canvas, canvas.Between(1400, 1700), canvas.Between(180, 330), 22, "#0f6a98");
        canvas.Path(canvas.Ridge(800, 110, 350), "#12658f", "opacity='0.9'");
        PaintSand(canvas);
        for (var coral = 0; coral < 15; coral++)
        {
            var depth = coral / 15d;
            var x = 960 + (canvas.Pick(-1, 1) * canvas.Between(330 + (depth * 90), 940));
            PaintCoral(canvas, x, 845 + (depth * 140), (70 + (depth * 130)) * canvas.Between(0.8, 1.25));
        }

        for (var bubble = 0; bubble < 46; bubble++)
        {
            var size = canvas.Between(3, 13);
            canvas.Ellipse(
                canvas.Between(60, 1860), canvas.Between(60, 840), size, size, "#ffffff",
                "fill-opacity='0.14' stroke='#ffffff' stroke-width='1.6' stroke-opacity='0.75'");
        }
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        foreach (var x in (double[])[40, 250, 1690, 1890])
        {
            PaintBranch(canvas, x, 1100, canvas.Between(190, 300), 0, 5, canvas.Pick(Reds));
        }

        foreach (var (x, y, size, color) in ((double, double, double, string)[])
            [(430, 560, 44, "#ffd23f"), (545, 640, 34, "#ff9f1c"), (1490, 520, 40, "#ffd23f"),
            (1400, 600, 28, "#ff6b8b")])
        {
            PaintFish(canvas, x + canvas.Between(-40, 40), y + canvas.Between(-50, 50), size, color);
        }

        canvas.PaintVignette("#032a4d", 0.6);
    }

    private static void PaintSand(SvgCanvas canvas)
    {
        canvas.DefineVertical("sand", "0 #8fd3d8 1", "0.3 #e9e3bd 1", "1 #c9b98a 1");
        canvas.Path("M-10 862 C420 812 760 852 1010 842 S1600 872 1930 830 L1930 1100 L-10 1100 Z", "url(#sand)");
        for (var ripple = 0; ripple < 90; ripple++)
        {
            var (x, y) = (canvas.Between(0, 1920), canvas.Between(868, 1075));
            var width = canvas.Between(50, 190);
            canvas.Path(
                $"M{x:0} {y:0} q{width / 4:0} -9 {width / 2:0} 0 t{width / 2:0} 0", "none",
                $"stroke='#ffffff' stroke-width='{1.5 + ((y - 860) / 90):0.#}' opacity='{canvas.Between(0.25, 0.6):0.##}'");
        }
    }

    private static void PaintCoral(SvgCanvas canvas, double x, double foot, double size)
    {
        var color = canvas.Pick(Reds);
        switch (canvas.Pick(0, 1, 2, 3))
        {
            case 0:
                PaintBranch(canvas, x, foot, size * 0.8, 0, 5, color);
                break;
            case 1:
                PaintFan(canvas, x, foot, size, color);
                break;
            case 2:
                canvas.Ellipse(x, foot - (size * 0.3), size * 0.7, size * 0.5, color);
                for (var line = 0; line < 12; line++)
                {
                    canvas.Path(
                        $"M{x - (size * 0.5):0} {foot - (size * (0.02 + (line * 0.05))):0} q{size * 0.25:0} "
                        + $"{canvas.Between(-16, 16):0} {size * 0.5:0} 0 t{size * 0.5:0} 0",
                        "none", "stroke='#ffffff' stroke-width='3' opacity='0.3'");
                }

                break;
            default:
                for (var tube = -2; tube <= 2; tube++)
                {
                    var (left, height) = (x + (tube * size * 0.2), size * canvas.Between(0.5, 1));
                    canvas.Rectangle(
                        left - (size * 0.09), foot - height, size * 0.18, height, color, $"rx='{size * 0.08:0}'");
                    canvas.Ellipse(
                        left, foot - height + (size * 0.06), size * 0.07, size * 0.035, "#4a1440", "opacity='0.7'");
                }

                break;
        }
    }

    private static void PaintBranch(
        SvgCanvas canvas, double x, double y, double length, double angle, int depth, string color)
    {
        var (endX, endY) = (x + (Math.Sin(angle) * length * 0.5), y - (Math.Cos(angle) * length * 0.5));
        canvas.Path(
            $"M{x:0} {y:0} L{endX:0} {endY:0}", "none",
            $"stroke='{color}' stroke-width='{depth * length * 0.022:0.#}' stroke-linecap='round'");
        if (depth == 1)
        {
            canvas.Ellipse(endX, endY, length * 0.07, length * 0.07, "#fff3e0");
            return;
        }

        foreach (var turn in (double[])[-0.5, 0.08, 0.55])
        {
            PaintBranch(
                canvas, endX, endY, length * 0.82, angle + turn + canvas.Between(-0.15, 0.15), depth - 1, color);
        }
    }

    private static void PaintFan(SvgCanvas canvas, double x, double foot, double size, string color)
    {
        for (var rib = 0; rib < 15; rib++)
        {
            var angle = (rib - 7) * 0.17;
            var (tipX, tipY) = (x + (Math.Sin(angle) * size), foot - (Math.Cos(angle) * size * 1.1));
            canvas.Path(
                $"M{x:0} {foot:0} Q{x + (Math.Sin(angle) * size * 0.3):0} {foot - (size * 0.6):0} {tipX:0} "
                + $"{tipY:0}",
                "none",
                $"stroke='{color}' stroke-width='{size * 0.05:0.#}' stroke-linecap='round'");
        }

        for (var arc = 1; arc < 6; arc++)
        {
            var reach = size * arc * 0.18;
            canvas.Path(
                $"M{x - (Math.Sin(1.1) * reach):0} {foot - (reach * 0.5):0} A{reach:0} {reach * 1.1:0} 0 0 "
                + $"1 {x + (Math.Sin(1.1) * reach):0} {foot - (reach * 0.5):0}",
                "none", $"stroke='{color}' stroke-width='{size * 0.03:0.#}' opacity='0.8'");
        }
    }

    private static void PaintShoal(SvgCanvas canvas, double x, double y, int count, string color)
    {
        for (var fish = 0; fish < count; fish++)
        {
            PaintFish(
                canvas, x + canvas.Between(-190, 190), y + canvas.Between(-80, 80), canvas.Between(10, 17), color);
        }
    }

    private static void PaintFish(SvgCanvas canvas, double x, double y, double size, string color)
    {
        canvas.Path(
            $"M{x - size:0.#} {y:0.#} Q{x:0.#} {y - (size * 0.8):0.#} {x + size:0.#} {y:0.#} Q{x:0.#} "
            + $"{y + (size * 0.8):0.#} {x - size:0.#} {y:0.#} L{x - (size * 1.7):0.#} {y - (size * 0.55):0.#} "
            + $"V{y + (size * 0.55):0.#} Z",
            color);
        if (size > 20)
        {
            canvas.Path(
                $"M{x - (size * 0.1):0} {y - (size * 0.42):0} q{size * 0.2:0} {size * 0.42:0} 0 "
                + $"{size * 0.84:0}",
                "none", "stroke='#ffffff' stroke-width='6' opacity='0.85'");
            canvas.Ellipse(x + (size * 0.62), y - (size * 0.1), size * 0.11, size * 0.11, "#10202c");
        }
    }
}
