using SceneGen.Simulator.Painting.Backdrops.Parts;

namespace SceneGen.Simulator.Painting.Backdrops.Built;

/// <summary>Inside a castle's walls: towers with pointed roofs, a gatehouse, banners and cobblestones.</summary>
internal sealed class CastleCourtyard : ISceneBackdrop
{
    public IReadOnlyList<string> Keywords { get; } =
        ["castle courtyard", "medieval castle", "castle", "courtyard", "knight", "portcullis", "towers"];

    public double GroundLine => 985;

    public double Reflection => 0;

    public string ShadowColor => "#1f1a1a";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("sky", "0 #4f9fe0 1", "0.5 #b9e0f5 1", "0.75 #fff0cf 1", "1 #fff0cf 1");
        canvas.Fill("url(#sky)");
        canvas.Glow(1560, 160, 700, 480, "#fff6d6", 0.9);
        for (var cloud = 0; cloud < 6; cloud++)
        {
            canvas.PaintCloud(
                canvas.Between(100, 1850), canvas.Between(120, 330), canvas.Between(40, 80), "#ffffff", 0.8);
        }

        canvas.DefineHorizontal("stone", "0 #7d7f86 1", "0.6 #a9a9a6 1", "1 #cfcabb 1");
        PaintTower(canvas, 620, 190, 92, 300);
        PaintTower(canvas, 1330, 230, 84, 300);
        PaintWall(canvas, 0, 1920, 470);
        PaintGatehouse(canvas);
        PaintTower(canvas, 170, 120, 168, 400);
        PaintTower(canvas, 1760, 160, 160, 400);
        PaintBanners(canvas);
        PaintIvy(canvas);
        PaintYard(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        PaintBarrel(canvas, 140, 1010);
        PaintBarrel(canvas, 250, 1040);
        canvas.DefineHorizontal("sun", "0 #20284a 0.22", "0.6 #fff3d0 0", "1 #ffe9b0 0.2");
        canvas.Fill("url(#sun)");
    }

    private static void PaintStones(SvgCanvas canvas, double left, double right, double top, double bottom)
    {
        for (var stone = 0; stone < (right - left) * (bottom - top) / 2600; stone++)
        {
            canvas.Rectangle(
                canvas.Between(left, right - 40), canvas.Between(top, bottom - 18), canvas.Between(24, 46),
                canvas.Between(12, 20),
                canvas.Pick("#6d6f76", "#c2beb2", "#8d8e90"), "rx='4' opacity='0.45'");
        }
    }

    private static void PaintBattlements(SvgCanvas canvas, double left, double right, double top, double tooth)
    {
        for (var x = left; x < right; x += tooth * 2)
        {
            canvas.Rectangle(x, top - tooth, Math.Min(tooth, right - x), tooth + 4, "url(#stone)");
            canvas.Rectangle(x, top - tooth, Math.Min(tooth, right - x), 5, "#dcd8ca");
        }
    }

    private static void PaintWall(SvgCanvas canvas, double left, double right, double top)
    {
        canvas.Rectangle(left, top, right - left, 400, "url(#stone)");
        PaintBattlements(canvas, left, right, top, 42);
        PaintStones(canvas, left, right, top + 20, 850);
        canvas.Rectangle(left, top + 44, right - left, 10, "#5f6168", "opacity='0.6'");
        canvas.DefineVertical("shade", "0 #1d2233 0", "1 #1d2233 0.4");
        canvas.Rectangle(left, top, right - left, 400, "url(#shade)");
    }

    private static void PaintTower(SvgCanvas canvas, double x, double top, double half, double roof)
    {
        canvas.Rectangle(x - half, top + 80, half * 2, 800 - top, "url(#stone)");
        PaintStones(canvas, x - half, x + half, top + 110, 840);
        canvas.Rectangle(x - (half * 1.14), top + 66, half * 2.28, 44, "url(#stone)");
        PaintBattlements(canvas, x - (half * 1.14), x + (half * 1.14), top + 68, half * 0.25);
        canvas.DefineHorizontal("roof", "0 #5a2230 1", "0.55 #a83a42 1", "1 #d8645a 1");
        canvas.Path(
            $"M{x - (half * 1.05):0} {top + 46:0} L{x:0} {top + 46 - roof:0} L{x + (half * 1.05):0} "
            + $"{top + 46:0} Q{x:0} {top + 76:0} {x - (half * 1.05):0} {top + 46:0} Z",
            "url(#roof)");
        canvas.Path($"M{x:0} {top + 50 - roof:0} v-46 l54 16 l-54 18", "#f2c14e", "stroke='#5a4020' stroke-width='4'");
        foreach (var y in (double[])[top + 190, top + 360])
        {
            canvas.Path($"M{x - 20:0} {y + 70:0} v-50 a20 22 0 0 1 40 0 v50 Z", "#22242e");
            canvas.Path(
                $"M{x - 20:0} {y + 70:0} v-50 a20 22 0 0 1 40 0 v50 Z",
                "none", "stroke='#dcd8ca' stroke-width='6'");
        }
    }

    private static void PaintGatehouse(SvgCanvas canvas)
    {
        canvas.Rectangle(800, 360, 360, 500, "url(#stone)");
        PaintBattlements(canvas, 786, 1176, 362, 36);
        PaintStones(canvas, 800, 1160, 390, 850);
        canvas.Path("M860 860 V640 A120 130 0 0 1 1100 640 V860 Z", "#bfe3f2");
        canvas.Path("M860 860 V800 Q980 770 1100 806 V860 Z", "#7fb56a");
        for (var bar = 0; bar < 7; bar++)
        {
            canvas.Rectangle(872 + (bar * 36), 530, 8, 110, "#3a2f2a");
            canvas.Path($"M{868 + (bar * 36)} 640 l8 26 l8 -26 Z", "#3a2f2a");
        }

        canvas.Rectangle(864, 590, 232, 8, "#3a2f2a");
        canvas.Path("M860 860 V640 A120 130 0 0 1 1100 640 V860", "none", "stroke='#e2ddcd' stroke-width='20'");
        canvas.Path(
            "M900 430 h160 v60 q0 60 -80 90 q-80 -30 -80 -90 Z",
            "#b8323c", "stroke='#f2c14e' stroke-width='9'");
        canvas.Path("M980 450 l14 34 h36 l-29 22 l11 36 l-32 -22 l-32 22 l11 -36 l-29 -22 h36 Z", "#f2c14e");
    }

    private static void PaintBanners(SvgCanvas canvas)
    {
        foreach (var x in (double[])[400, 705, 1255, 1510])
        {
            canvas.Rectangle(x - 50, 540, 100, 9, "#5a4020");
            canvas.Path($"M{x - 42} 546 h84 v190 l-42 44 l-42 -44 Z", canvas.Pick("#b8323c", "#c43a3a"));
            canvas.Path($"M{x - 42} 546 h84 v26 h-84 Z M{x - 42} 700 h84 v16 h-84 Z", "#f2c14e");
            canvas.Ellipse(x, 640, 25, 25, "#f2c14e");
        }
    }

    private static void PaintIvy(SvgCanvas canvas)
    {
        foreach (var (left, right, reach) in ((double, double, double)[])
            [(0, 160, 420), (480, 600, 240), (1390, 1480, 260), (1740, 1920, 400)])
        {
            for (var leaf = 0; leaf < 130; leaf++)
            {
                var (x, up) = (canvas.Between(left, right), Math.Pow(canvas.Between(0, 1), 1.6));
                canvas.Ellipse(
                    x, 862 - (up * reach), canvas.Between(7, 15), canvas.Between(6, 12),
                    canvas.Pick("#3f7d3a", "#5a9a48", "#2c5f30"));
            }
        }
    }

    private static void PaintYard(SvgCanvas canvas)
    {
        canvas.DefineVertical("yard", "0 #8a8378 1", "0.4 #b0a694 1", "1 #6f675c 1");
        canvas.Rectangle(0, 850, 1920, 240, "url(#yard)");
        for (var row = 0; row < 12; row++)
        {
            var y = 858 + (Math.Pow(row / 12d, 1.5) * 225);
            var size = 18 + (row * 5.2);
            for (var x = canvas.Between(-60, 0); x < 1960; x += size * 2.1)
            {
                canvas.Ellipse(
                    x, y, size * canvas.Between(0.9, 1.05), size * 0.38,
                    canvas.Pick("#a39a8b", "#c3b9a5", "#8e8678", "#b5ab99"), "stroke='#5f574d' stroke-width='2'");
            }
        }

        canvas.Glow(1100, 960, 800, 100, "#fff3cf", 0.4);
    }

    private static void PaintBarrel(SvgCanvas canvas, double x, double foot)
    {
        canvas.DefineHorizontal("barrel", "0 #5a3a20 1", "0.5 #9a6a3a 1", "1 #6a4526 1");
        canvas.Path($"M{x - 52} {foot} q-18 -75 0 -150 h104 q18 75 0 150 Z", "url(#barrel)");
        canvas.Ellipse(x, foot - 150, 52, 14, "#7a5430");
        canvas.Rectangle(x - 60, foot - 122, 120, 9, "#3a3a40");
        canvas.Rectangle(x - 60, foot - 40, 120, 9, "#3a3a40");
    }
}
