namespace SceneGen.Simulator.Painting.Backdrops.Parts;

/// <summary>What grows in more than one place.</summary>
internal static class Plants
{
    public static void PaintPalm(
        this SvgCanvas canvas,
        (double X, double Foot) at,
        double height,
        double lean,
        (string Trunk, string Leaf, string Light) colors)
    {
        var (x, foot) = at;
        var (top, crown) = (foot - height, x + lean);
        var (thick, thin, bend) = (height * 0.045, height * 0.022, x + (lean * 0.2));
        canvas.Path(
            $"""
            M{x - thick:0} {foot:0} Q{bend - thick:0} {foot - (height * 0.6):0} {crown - thin:0} {top:0} H{crown + thin:0}
            Q{bend + thick:0} {foot - (height * 0.55):0} {x + thick:0} {foot:0} Z
            """,
            colors.Trunk);
        for (var leaf = 0; leaf < 11; leaf++)
        {
            var angle = (leaf / 10d * Math.PI * 1.25) - (Math.PI * 0.125) + canvas.Between(-0.1, 0.1);
            var reach = height * canvas.Between(0.42, 0.56);
            var (tipX, tipY) =
                (crown - (Math.Cos(angle) * reach), top - (Math.Sin(angle) * reach * 0.5) + (reach * 0.34));
            var (midX, midY) =
                (crown - (Math.Cos(angle) * reach * 0.55), top - (Math.Sin(angle) * reach * 0.72) - (reach * 0.1));
            canvas.Path(
                $"""
                M{crown:0} {top:0} Q{midX:0} {midY - (reach * 0.1):0} {tipX:0} {tipY:0}
                Q{midX:0} {midY + (reach * 0.16):0} {crown:0} {top + (height * 0.02):0} Z
                """,
                leaf % 3 == 0 ? colors.Light : colors.Leaf);
        }

        canvas.Ellipse(crown - 6, top + 10, height * 0.022, height * 0.022, colors.Trunk);
        canvas.Ellipse(crown + 9, top + 13, height * 0.022, height * 0.022, colors.Trunk);
    }

    public static void PaintPine(this SvgCanvas canvas, double x, double foot, double height, string color, string snow)
    {
        for (var tier = 0; tier < 5; tier++)
        {
            var bottom = foot - (height * tier * 0.18);
            var half = height * (0.27 - (tier * 0.042));
            var tip = bottom - (height * 0.32);
            canvas.Path(
                $"M{x - half:0} {bottom:0} Q{x:0} {bottom + (half * 0.16):0} {x + half:0} {bottom:0} L{x:0} "
                + $"{tip:0} Z",
                color);
            canvas.Path(
                $"M{x:0} {tip:0} L{x - (half * 0.72):0} {bottom - (height * 0.07):0} Q{x - (half * 0.3):0} "
                + $"{bottom - (height * 0.12):0} {x:0} {bottom - (height * 0.1):0} Z",
                snow, "opacity='0.85'");
        }
    }

    public static void PaintGrass(this SvgCanvas canvas, double top, double bottom, int count, params string[] colors)
    {
        for (var tuft = 0; tuft < count; tuft++)
        {
            var (x, y) = (canvas.Between(-10, 1930), canvas.Between(top, bottom));
            var size = 5 + ((y - top) / 11);
            canvas.Path(
                $"M{x - size:0} {y:0} q{size * 0.2:0.#} {-size:0.#} {size * canvas.Between(-0.4, 0.9):0.#} "
                + $"{-size * 1.8:0.#} q{-size * 0.1:0.#} {size * 1.1:0.#} {size * 0.4:0.#} {size * 1.8:0.#} Z",
                canvas.Pick<string>(colors), "opacity='0.8'");
        }
    }

    /// <summary>A line of hills from the left edge to the right, closed below the frame.</summary>
    public static string Ridge(this SvgCanvas canvas, double top, double swing, double step)
    {
        var path = $"M-20 1100 L-20 {top:0}";
        for (var x = -20d; x < SvgCanvas.Width + 40; x += step)
        {
            var (peak, valley) = (top - canvas.Between(swing * 0.3, swing), top + canvas.Between(0, swing * 0.4));
            path += $" C{x + (step * 0.25):0} {peak:0} {x + (step * 0.45):0} {peak:0} {x + (step * 0.6):0} {top:0}"
                + $" S{x + (step * 0.85):0} {valley:0} {x + step:0} {top:0}";
        }

        return $"{path} L{SvgCanvas.Width + 600} 1100 Z";
    }

    /// <summary>Jagged peaks from the left edge to the right, closed below the frame.</summary>
    public static string Peaks(this SvgCanvas canvas, double top, double swing, double step)
    {
        var path = $"M-40 1100 L-40 {top:0}";
        for (var x = -40d; x < SvgCanvas.Width + 80; x += step)
        {
            var (peak, shoulder) = (top - canvas.Between(swing * 0.4, swing), top - (swing * 0.2));
            path += $" L{x + (step * 0.3):0} {shoulder:0} L{x + (step * 0.5):0} {peak:0}"
                + $" L{x + (step * 0.64):0} {shoulder - 14:0} L{x + step:0} {top:0}";
        }

        return $"{path} L{SvgCanvas.Width + 600} 1100 Z";
    }
}
