using System.Text;

namespace SceneGen.Simulator.Painting.Backdrops.Built;

/// <summary>A street between towers at night, after rain: windows, neon and their reflections.</summary>
internal sealed class NeonCity : ISceneBackdrop
{
    private const double StreetTop = 792;

    private static readonly string[] Lights =
        ["#ffd98a", "#ffe9bd", "#7fc9e6", "#c97bb4", "#ffc46b", "#8a6a7e", "#6f86b5", "#a8896a"];

    private static readonly string[] Neon = ["#ff3fa4", "#22e6ff", "#a45bff", "#ffb13b", "#4dffa6"];

    public IReadOnlyList<string> Keywords { get; } =
        ["neon city", "neon", "city", "cyberpunk", "skyline", "street", "skyscraper", "downtown"];

    public double GroundLine => 966;

    public double Reflection => 0.45;

    public string ShadowColor => "#03010a";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical(
            "dusk", "0 #0b0729 1", "0.42 #3a1266 1", "0.66 #b02a86 1", "0.76 #ff7d6b 1", "1 #ff9a6b 1");
        canvas.Fill("url(#dusk)");
        PaintMoon(canvas);
        canvas.Add("<g id='skyline'>");
        PaintTowers(canvas, ("#5a2a7c", 470, 34, 0.2, 74));
        canvas.Glow(960, StreetTop, 1200, 200, "#ff86c0", 0.5);
        PaintTowers(canvas, ("#331a5c", 380, 23, 0.36, 104));
        PaintSigns(canvas, PaintTowers(canvas, ("#150d36", 560, 11, 0.5, 172)));
        canvas.Add("</g>");
        PaintStreet(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        canvas.DefineVertical("haze", "0 #ff5fc0 0", "0.5 #ff5fc0 0.26", "1 #ff5fc0 0");
        canvas.Rectangle(0, 690, 1920, 230, "url(#haze)", "opacity='0.55'");
        for (var drop = 0; drop < 150; drop++)
        {
            var (x, y) = (canvas.Between(0, 1920), canvas.Between(0, 1040));
            var length = canvas.Between(14, 44);
            canvas.Path(
                $"M{x:0} {y:0} l{-length * 0.16:0.#} {length:0.#}", "none",
                $"stroke='#cfe8ff' stroke-width='1.3' opacity='{canvas.Between(0.08, 0.3):0.##}'");
        }

        canvas.DefineRadial("vignette", "0 #000000 0", "0.62 #000000 0", "1 #04010f 0.7");
        canvas.Ellipse(960, 520, 1450, 960, "url(#vignette)");
    }

    private static void PaintMoon(SvgCanvas canvas)
    {
        var x = canvas.Between(700, 1220);
        canvas.Glow(x, 420, 620, 520, "#ff8fd0", 0.55);
        canvas.DefineVertical("disc", "0 #fff1c9 1", "0.55 #ffb37a 1", "1 #ff4f9a 1");
        canvas.Ellipse(x, 420, 205, 205, "url(#disc)");
        for (var star = 0; star < 130; star++)
        {
            var size = canvas.Between(0.6, 1.7);
            canvas.Ellipse(
                canvas.Between(0, 1920), canvas.Between(0, 360), size, size, "#ffffff",
                $"opacity='{canvas.Between(0.2, 0.9):0.##}'");
        }
    }

    private static List<(double X, double Width, double Top)> PaintTowers(
        SvgCanvas canvas, (string Color, double Tallest, int Count, double Lit, double Width) row)
    {
        canvas.DefineVertical($"tower{row.Color[1..]}", $"0 {row.Color} 1", $"0.7 {row.Color} 1", "1 #7a2a78 1");
        var painted = new List<(double, double, double)>();
        var step = 2040d / row.Count;
        for (var tower = 0; tower < row.Count; tower++)
        {
            var x = -60 + (tower * step) + canvas.Between(-10, 10);
            var width = row.Width * canvas.Between(0.75, 1.12);
            var fromCenter = Math.Abs(x + (width / 2) - 960) / 960;
            if (row.Width > 150 && fromCenter < 0.42)
            {
                continue;
            }

            var height = row.Tallest * canvas.Between(0.45, 0.8) * (0.62 + (fromCenter * 0.7));
            PaintTower(canvas, x, width, height, row.Color, row.Lit);
            painted.Add((x, width, StreetTop - height));
        }

        return painted;
    }

    private static void PaintTower(
        SvgCanvas canvas, double x, double width, double height, string color, double lit)
    {
        var top = StreetTop - height;
        canvas.Rectangle(x, top, width, height, $"url(#tower{color[1..]})");
        canvas.Rectangle(x, top, 3, height, "#ff9fe0", "opacity='0.28'");
        if (canvas.Chance(0.45))
        {
            canvas.Rectangle(x + (width * 0.46), top - (width * 0.5), 3, width * 0.5, color);
            canvas.Glow(x + (width * 0.46) + 1, top - (width * 0.5), 12, 12, "#ff4060", 1);
        }
        else
        {
            canvas.Rectangle(x + (width * 0.2), top - 18, width * 0.5, 18, color);
        }

        PaintWindows(canvas, x, width, top, lit);
    }

    /// <summary>One path a color: a path draws many times faster than a thousand rectangles.</summary>
    private static void PaintWindows(SvgCanvas canvas, double x, double width, double top, double lit)
    {
        var windows = new StringBuilder[Lights.Length];
        var cell = width / Math.Round(width / 19);
        for (var row = top + 16; row < StreetTop - 18; row += 22)
        {
            for (var column = x + 5; column < x + width - 9; column += cell)
            {
                if (canvas.Chance(lit))
                {
                    var light = (int)canvas.Between(0, Lights.Length);
                    windows[light] ??= new StringBuilder();
                    windows[light].Append($"M{column:0.#} {row:0.#}h{cell - 8:0.#}v11h{8 - cell:0.#}z");
                }
            }
        }

        for (var light = 0; light < Lights.Length; light++)
        {
            if (windows[light] is { } path)
            {
                canvas.Path(path.ToString(), Lights[light]);
            }
        }
    }

    private static void PaintSigns(SvgCanvas canvas, IEnumerable<(double X, double Width, double Top)> towers)
    {
        foreach (var (left, width, top) in towers)
        {
            var x = left + canvas.Between(26, width - 66);
            PaintSign(canvas, x, top + canvas.Between(36, 80));
            if (top < StreetTop - 420)
            {
                PaintSign(canvas, left + canvas.Between(26, width - 66), top + canvas.Between(210, 280));
            }
        }
    }

    private static void PaintSign(SvgCanvas canvas, double x, double y)
    {
        var color = canvas.Pick(Neon);
        var shape = canvas.Pick(Bars(x, y), Ring(x, y), Bolt(x, y), Arrow(x, y), Waves(x, y));
        canvas.Ellipse(x + 20, y + 52, 62, 76, "#0a0524", "opacity='0.72'");
        canvas.Glow(x + 20, y + 52, 170, 190, color, 0.55);
        canvas.Add("<g stroke-linecap='round' stroke-linejoin='round'>");
        canvas.Path(shape, "none", $"stroke='{color}' stroke-width='13' opacity='0.35'");
        canvas.Path(shape, "none", $"stroke='{color}' stroke-width='6'");
        canvas.Path(shape, "none", "stroke='#ffffff' stroke-width='2' opacity='0.9'");
        canvas.Add("</g>");
    }

    private static string Bars(double x, double y)
    {
        return $"M{x:0} {y:0} h40 v112 h-40 Z m12 22 h16 m-16 24 h16 m-16 24 h16 m-16 22 h16";
    }

    private static string Ring(double x, double y)
    {
        return $"""
            M{x - 16:0} {y + 50:0} a36 36 0 1 0 72 0 a36 36 0 1 0 -72 0
            m18 0 a18 18 0 1 0 36 0 a18 18 0 1 0 -36 0
            """;
    }

    private static string Bolt(double x, double y)
    {
        return $"M{x + 34:0} {y:0} l-34 62 h24 l-16 54 l40 -72 h-24 z";
    }

    private static string Arrow(double x, double y)
    {
        return $"M{x + 20:0} {y:0} v96 m-24 -26 l24 28 l24 -28";
    }

    private static string Waves(double x, double y)
    {
        return $"M{x - 10:0} {y + 20:0} q15 -22 30 0 t30 0 m-60 30 q15 -22 30 0 t30 0 m-60 30 q15 -22 30 0 t30 0";
    }

    private static void PaintStreet(SvgCanvas canvas)
    {
        canvas.DefineVertical("street", "0 #2b1550 1", "0.4 #180c38 1", "1 #07041a 1");
        canvas.Rectangle(0, StreetTop, 1920, 300, "url(#street)");
        canvas.DefineVertical("wet", "0 #ffffff 0.62", "0.6 #ffffff 0.3", "1 #ffffff 0.06");
        canvas.Define("wetMask", $"""
            <mask id='wetMask' maskUnits='userSpaceOnUse' x='0' y='{StreetTop}' width='1920' height='300'>
            <rect x='0' y='{StreetTop}' width='1920' height='300' fill='url(#wet)'/></mask>
            """);
        canvas.Add($"""
            <g mask='url(#wetMask)'>
            <use xlink:href='#skyline' transform='translate(0 {StreetTop * 1.72:0}) scale(1 -0.72)'/></g>
            """);
        for (var streak = 0; streak < 34; streak++)
        {
            canvas.Glow(
                canvas.Between(0, 1920), canvas.Between(840, 1010), canvas.Between(16, 44), canvas.Between(80, 170),
                canvas.Pick(Neon), canvas.Between(0.18, 0.42));
        }

        for (var ripple = 0; ripple < 110; ripple++)
        {
            var y = canvas.Between(802, 1078);
            canvas.Rectangle(
                canvas.Between(-40, 1900), y, canvas.Between(50, 260), 1 + ((y - 790) / 130), "#0a0520",
                $"rx='2' opacity='{canvas.Between(0.2, 0.5):0.##}'");
        }

        foreach (var (x, width) in ((double, double)[])[(-2.1, 1), (2.1, 1)])
        {
            var line = $"M{960 + (x * 150)} {StreetTop} h{width * 6} L{960 + (x * 470) + 26} 1080 h-52 Z";
            canvas.Path(line, "#ffd9f2", "opacity='0.3'");
        }

        canvas.Rectangle(0, StreetTop - 3, 1920, 5, "#ff9fe0", "opacity='0.65'");
    }
}
