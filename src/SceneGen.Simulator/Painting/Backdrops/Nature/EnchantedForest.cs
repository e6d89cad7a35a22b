namespace SceneGen.Simulator.Painting.Backdrops.Nature;

/// <summary>A clearing among old trees: layered mist, beams of light, mushrooms that glow.</summary>
internal sealed class EnchantedForest : ISceneBackdrop
{
    private static readonly (string Trunk, double Width, int Count, double Foot)[] Layers =
    [
        ("#79b8a0", 26, 22, 790),
        ("#4c9080", 40, 15, 815),
        ("#2a6460", 62, 10, 850),
        ("#123c40", 100, 6, 905),
    ];

    public IReadOnlyList<string> Keywords { get; } =
        ["enchanted forest", "forest", "woods", "mushroom", "moss", "fairy", "glade", "trees"];

    public double GroundLine => 972;

    public double Reflection => 0;

    public string ShadowColor => "#03140f";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("wood", "0 #0f4a4f 1", "0.4 #4aa78c 1", "0.75 #b9e3a4 1", "1 #8cc58a 1");
        canvas.Fill("url(#wood)");
        canvas.Glow(960, 470, 900, 640, "#f9ffcf", 0.95);
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            PaintLayer(canvas, layer);
            canvas.DefineVertical($"mist{layer}", "0 #d8ffdf 0", "0.8 #d8ffdf 1", "1 #d8ffdf 0");
            canvas.Rectangle(0, 440, 1920, 460, $"url(#mist{layer})", $"opacity='{0.3 - (layer * 0.07):0.##}'");
        }

        PaintCanopy(canvas);
        PaintRays(canvas);
        PaintGround(canvas);
        PaintMushrooms(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        PaintFireflies(canvas);
        for (var fern = 0; fern < 12; fern++)
        {
            var left = fern % 2 == 0;
            PaintFern(canvas, left ? canvas.Between(-40, 420) : canvas.Between(1500, 1960), canvas.Between(150, 270));
        }

        canvas.DefineRadial("shade", "0 #000000 0", "0.6 #000000 0", "1 #01130f 0.72");
        canvas.Ellipse(960, 520, 1420, 940, "url(#shade)");
    }

    private static void PaintLayer(SvgCanvas canvas, int layer)
    {
        var (color, width, count, foot) = Layers[layer];
        var step = 1920d / count;
        for (var tree = 0; tree < count; tree++)
        {
            var x = (tree * step) + canvas.Between(0, step);
            if (layer >= 2 && Math.Abs(x - 960) < 330 + (layer * 50))
            {
                continue;
            }

            PaintTree(canvas, x, foot + canvas.Between(-12, 22), width * canvas.Between(0.75, 1.25), color);
        }
    }

    private static void PaintTree(SvgCanvas canvas, double x, double foot, double width, string color)
    {
        var lean = canvas.Between(-width, width) * 0.8;
        var half = width / 2;
        var (root, bark) = (half * 2.3, half * 0.9);
        var knee = foot - (width * 1.1);
        canvas.Path(
            $"""
            M{x - root:0} {foot:0} C{x - bark:0} {knee:0} {x - half + (lean * 0.4):0} {foot - 300:0}
            {x - (half * 0.7) + lean:0} -20 H{x + (half * 0.7) + lean:0} C{x + half + (lean * 0.4):0} {foot - 300:0}
            {x + bark:0} {knee:0} {x + root:0} {foot:0} Q{x:0} {foot + (width * 0.3):0} {x - root:0} {foot:0} Z
            """,
            color);
        for (var branch = 0; branch < 3; branch++)
        {
            var side = canvas.Pick(-1, 1);
            var y = canvas.Between(110, 430);
            var reach = width * canvas.Between(1.6, 3.4) * side;
            var (start, middle) = (x + (lean * 0.6), x + (reach * 0.5));
            canvas.Path(
                $"""
                M{start:0} {y + (width * 0.4):0} Q{middle:0} {y:0} {x + reach:0} {y - (width * 1.4):0}
                Q{middle:0} {y - (width * 0.24):0} {start:0} {y - (width * 0.1):0} Z
                """,
                color);
        }
    }

    private static void PaintCanopy(SvgCanvas canvas)
    {
        foreach (var (color, reach, size) in ((string, double, double)[])
            [("#2f7d68", 250, 120), ("#1b5a50", 180, 105), ("#0c383a", 110, 95)])
        {
            for (var leaf = 0; leaf < 46; leaf++)
            {
                var x = canvas.Between(-60, 1980);
                var edge = Math.Min(1, Math.Pow(Math.Abs(x - 960) / 960, 1.7));
                var y = canvas.Between(-60, (reach * 0.25) + (edge * reach * 0.8));
                var radius = size * canvas.Between(0.5, 1.05);
                canvas.Ellipse(x, y, radius, radius * 0.68, color, "opacity='0.93'");
            }
        }
    }

    private static void PaintRays(SvgCanvas canvas)
    {
        canvas.DefineVertical("ray", "0 #fdffd6 0.75", "0.7 #f4ffc4 0.22", "1 #f4ffc4 0");
        for (var ray = 0; ray < 8; ray++)
        {
            var top = canvas.Between(520, 1240);
            var foot = top + ((top - 880) * 1.25) + canvas.Between(-60, 60);
            var width = canvas.Between(26, 82);
            canvas.Path(
                $"""
                M{top:0} -20 L{top + (width * 0.4):0} -20 L{foot + (width * 1.6):0} 960 L{foot - (width * 0.6):0} 960 Z
                """,
                "url(#ray)", $"opacity='{canvas.Between(0.24, 0.5):0.##}'");
        }
    }

    private static void PaintGround(SvgCanvas canvas)
    {
        canvas.DefineVertical("moss", "0 #7fbf5a 1", "0.28 #3f8a4a 1", "1 #0d3a2c 1");
        canvas.Path("M-10 846 C260 800 520 872 900 850 S1560 800 1930 852 V1100 H-10 Z", "url(#moss)");
        canvas.Glow(960, 930, 640, 120, "#eaffb0", 0.55);
        for (var tuft = 0; tuft < 260; tuft++)
        {
            var x = canvas.Between(0, 1920);
            var y = canvas.Between(872, 1075);
            var size = 5 + ((y - 860) / 13);
            canvas.Path(
                $"""
                M{x - size:0} {y:0} q{size * 0.05:0.#} {-size:0.#} {size * 0.5:0.#} {-size * 1.6:0.#}
                q{-size * 0.1:0.#} {size * 0.9:0.#} {size * 0.2:0.#} {size * 1.6:0.#} Z
                """,
                canvas.Pick("#a6d96b", "#5fa851", "#2f7a45", "#1e5d3a"), "opacity='0.75'");
        }
    }

    private static void PaintMushrooms(SvgCanvas canvas)
    {
        for (var mushroom = 0; mushroom < 15; mushroom++)
        {
            var depth = mushroom / 15d;
            var near = canvas.Between(240, 900);
            var size = (16 + (depth * 38)) * canvas.Between(0.75, 1.2);
            PaintMushroom(canvas, 960 + (canvas.Pick(-1, 1) * near), 880 + (depth * 165), size);
        }
    }

    private static void PaintMushroom(SvgCanvas canvas, double x, double foot, double size)
    {
        var hue = canvas.Pick("#46e6ff", "#b388ff", "#ff8ad8", "#7dffb0");
        var cap = foot - (size * 1.7);
        canvas.Glow(x, cap, size * 3.6, size * 3, hue, 0.6);
        canvas.DefineVertical("stem", "0 #fffbe0 1", "1 #b9c99a 1");
        var (thin, thick, waist) = (size * 0.2, size * 0.34, foot - (size * 0.5));
        canvas.Path(
            $"""
            M{x - thin:0.#} {cap:0.#} Q{x - thin:0.#} {waist:0.#} {x - thick:0.#} {foot:0.#} H{x + thick:0.#}
            Q{x + thin:0.#} {waist:0.#} {x + thin:0.#} {cap:0.#} Z
            """,
            "url(#stem)");
        canvas.DefineVertical($"cap{hue[1..]}", "0 #ffffff 1", $"0.4 {hue} 1", "1 #3a3a8a 1");
        var (left, right, dome) = (x - size, x + size, cap - (size * 1.35));
        canvas.Path(
            $"""
            M{left:0.#} {cap:0.#} C{left:0.#} {dome:0.#} {right:0.#} {dome:0.#} {right:0.#} {cap:0.#}
            Q{x:0.#} {cap + (size * 0.32):0.#} {left:0.#} {cap:0.#} Z
            """,
            $"url(#cap{hue[1..]})");
        foreach (var (across, up, radius) in ((double, double, double)[])
            [(-0.45, 0.38, 0.13), (0.05, 0.68, 0.16), (0.5, 0.36, 0.11), (0.02, 0.25, 0.09)])
        {
            var (spotX, spotY, spot) = (x + (across * size), cap - (up * size), radius * size);
            canvas.Ellipse(spotX, spotY, spot, spot * 0.8, "#ffffff", "opacity='0.85'");
        }
    }

    private static void PaintFireflies(SvgCanvas canvas)
    {
        for (var firefly = 0; firefly < 46; firefly++)
        {
            var (x, y) = (canvas.Between(60, 1860), canvas.Between(300, 1000));
            var size = canvas.Between(1.4, 3.6);
            canvas.Glow(x, y, size * 8, size * 8, "#f6ff9e", 0.6);
            canvas.Ellipse(x, y, size, size, "#ffffe8");
        }
    }

    private static void PaintFern(SvgCanvas canvas, double x, double height)
    {
        var lean = canvas.Between(-0.6, 0.6) * height;
        var color = canvas.Pick("#05261f", "#0a3529", "#0d4030");
        canvas.Path(
            $"M{x:0} 1090 Q{x:0} {1090 - (height * 0.5):0} {x + lean:0} {1090 - height:0}", "none",
            $"stroke='{color}' stroke-width='4'");
        for (var leaf = 1; leaf < 26; leaf++)
        {
            var part = leaf / 26d;
            var (px, py) = (x + (lean * part * part), 1090 - (height * part));
            PaintLeaf(canvas, px, py, height * 0.36 * Math.Sin(Math.PI * (0.18 + (part * 0.8))), color);
        }
    }

    private static void PaintLeaf(SvgCanvas canvas, double x, double y, double reach, string color)
    {
        var droop = y + (reach * 0.12);
        canvas.Path(
            $"""
            M{x:0} {y:0} Q{x - (reach * 0.55):0} {y - (reach * 0.42):0} {x - reach:0} {droop:0}
            Q{x - (reach * 0.5):0} {y - (reach * 0.12):0} {x:0} {y + 3:0} Q{x + (reach * 0.5):0} {y - (reach * 0.12):0}
            {x + reach:0} {droop:0} Q{x + (reach * 0.55):0} {y - (reach * 0.42):0} {x:0} {y:0} Z
            """,
            color);
    }
}
