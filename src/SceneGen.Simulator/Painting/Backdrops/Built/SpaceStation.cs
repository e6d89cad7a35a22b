namespace SceneGen.Simulator.Painting.Backdrops.Built;

/// <summary>The observation deck of a station: a panorama of stars and a planet, framed in metal.</summary>
internal sealed class SpaceStation : ISceneBackdrop
{
    private const double FloorTop = 800;

    public IReadOnlyList<string> Keywords { get; } =
        ["space station", "space", "orbit", "planet", "starship", "spaceship", "galaxy", "astronaut"];

    public double GroundLine => 968;

    public double Reflection => 0.34;

    public string ShadowColor => "#02040c";

    public void PaintBehind(SvgCanvas canvas)
    {
        canvas.DefineVertical("space", "0 #050816 1", "0.55 #101a4a 1", "1 #2a1f63 1");
        canvas.Fill("url(#space)");
        PaintNebula(canvas);
        PaintStars(canvas);
        var x = canvas.Pick(canvas.Between(330, 560), canvas.Between(1360, 1590));
        PaintPlanet(canvas, x, canvas.Between(360, 460), canvas.Between(215, 265));
        PaintMoon(canvas, 1920 - x + canvas.Between(-80, 80), canvas.Between(240, 330));
        PaintFloor(canvas);
        PaintFrame(canvas);
        PaintConsoles(canvas);
    }

    public void PaintInFront(SvgCanvas canvas)
    {
        canvas.DefineRadial("vignette", "0 #000000 0", "0.62 #000000 0", "1 #01030a 0.62");
        canvas.Ellipse(960, 520, 1450, 960, "url(#vignette)");
        canvas.Glow(960, 60, 900, 420, "#7fd4ff", 0.14);
    }

    private static void PaintNebula(SvgCanvas canvas)
    {
        for (var cloud = 0; cloud < 9; cloud++)
        {
            canvas.Glow(
                canvas.Between(0, 1920), canvas.Between(60, 720), canvas.Between(320, 640), canvas.Between(130, 300),
                canvas.Pick("#5b3fd1", "#1f7fb8", "#b03a9c", "#16a3a3"), canvas.Between(0.16, 0.34));
        }
    }

    private static void PaintStars(SvgCanvas canvas)
    {
        for (var star = 0; star < 420; star++)
        {
            var size = canvas.Chance(0.9) ? canvas.Between(0.6, 1.5) : canvas.Between(1.8, 2.8);
            var color = canvas.Pick("#ffffff", "#cfe3ff", "#ffe9c7");
            var opacity = $"opacity='{canvas.Between(0.35, 1):0.##}'";
            canvas.Ellipse(canvas.Between(0, 1920), canvas.Between(0, 800), size, size, color, opacity);
        }

        for (var star = 0; star < 9; star++)
        {
            var (x, y) = (canvas.Between(60, 1860), canvas.Between(110, 640));
            canvas.Glow(x, y, 26, 26, "#bfe0ff", 0.8);
            canvas.Path($"M{x - 16:0} {y:0} L{x:0} {y - 1.4:0.#} L{x + 16:0} {y:0} L{x:0} {y + 1.4:0.#} Z", "#ffffff");
            canvas.Path($"M{x:0} {y - 16:0} L{x + 1.4:0.#} {y:0} L{x:0} {y + 16:0} L{x - 1.4:0.#} {y:0} Z", "#ffffff");
        }
    }

    private static void PaintPlanet(SvgCanvas canvas, double x, double y, double radius)
    {
        var colors = canvas.Pick<string[]>(
            ["#ffd9a1", "#e0894f", "#a94d3a"], ["#a8f0e4", "#3c9fc0", "#1f4f94"], ["#f6c6ff", "#b06bd0", "#5b358f"]);
        canvas.Glow(x, y, radius * 1.55, radius * 1.55, colors[1], 0.55);
        canvas.Define(
            "planetClip",
            $"<clipPath id='planetClip'><circle cx='{x:0}' cy='{y:0}' r='{radius:0}'/></clipPath>");
        canvas.DefineVertical("planet", $"0 {colors[0]} 1", $"0.5 {colors[1]} 1", $"1 {colors[2]} 1");
        PaintRing(canvas, x, y, radius, colors[0], behind: true);
        canvas.Add("<g clip-path='url(#planetClip)'>");
        canvas.Ellipse(x, y, radius, radius, "url(#planet)");
        for (var band = -4; band <= 4; band++)
        {
            var middle = y + (band * radius * 0.23) + canvas.Between(-8, 8);
            canvas.Ellipse(
                x, middle, radius * 1.2, radius * canvas.Between(0.03, 0.085), canvas.Pick(colors),
                $"opacity='{canvas.Between(0.25, 0.55):0.##}' transform='rotate(-12 {x:0} {y:0})'");
        }

        canvas.Define("night", """
            <radialGradient id='night' cx='0.34' cy='0.3' r='0.78'>
            <stop offset='0.25' stop-color='#000' stop-opacity='0'/>
            <stop offset='0.72' stop-color='#04061c' stop-opacity='0.62'/>
            <stop offset='1' stop-color='#020314' stop-opacity='0.94'/></radialGradient>
            """);
        canvas.Ellipse(x, y, radius, radius, "url(#night)");
        canvas.Add("</g>");
        PaintRing(canvas, x, y, radius, colors[0], behind: false);
    }

    private static void PaintRing(SvgCanvas canvas, double x, double y, double radius, string color, bool behind)
    {
        var half = behind ? 0 : 1;
        canvas.Add($"<g fill='none' transform='rotate(-14 {x:0} {y:0})'>");
        for (var ring = 0; ring < 5; ring++)
        {
            var across = radius * (1.38 + (ring * 0.085));
            var deep = across * 0.2;
            canvas.Path(
                $"M{x - across:0} {y:0} A{across:0} {deep:0} 0 0 {1 - half} {x + across:0} {y:0}", "none",
                $"stroke='{color}' stroke-width='{13 - (ring * 1.6):0.#}' opacity='{0.62 - (ring * 0.1):0.##}'");
        }

        canvas.Add("</g>");
    }

    private static void PaintMoon(SvgCanvas canvas, double x, double y)
    {
        canvas.Define("moon", """
            <radialGradient id='moon' cx='0.32' cy='0.3' r='0.75'><stop offset='0' stop-color='#f3f6ff'/>
            <stop offset='0.55' stop-color='#9fa9c9'/><stop offset='1' stop-color='#20264a'/></radialGradient>
            """);
        canvas.Glow(x, y, 110, 110, "#b9c7ff", 0.35);
        canvas.Ellipse(x, y, 48, 48, "url(#moon)");
        canvas.Ellipse(x - 14, y - 6, 9, 8, "#8d97b8", "opacity='0.5'");
        canvas.Ellipse(x + 12, y + 14, 7, 6, "#7a84a8", "opacity='0.5'");
        canvas.Ellipse(x + 4, y - 20, 5, 4, "#8d97b8", "opacity='0.5'");
    }

    private static void PaintFloor(SvgCanvas canvas)
    {
        canvas.DefineVertical("floor", "0 #39466f 1", "0.25 #27305a 1", "1 #0c1026 1");
        canvas.Rectangle(0, FloorTop, 1920, 280, "url(#floor)");
        canvas.Glow(960, FloorTop + 20, 900, 130, "#6fb7ff", 0.5);
        for (var line = -14; line <= 14; line++)
        {
            canvas.Path(
                $"M{960 + (line * 74)} {FloorTop} L{960 + (line * 260)} 1080", "none",
                "stroke='#060918' stroke-width='3' opacity='0.65'");
            canvas.Path(
                $"M{962 + (line * 74)} {FloorTop} L{966 + (line * 260)} 1080", "none",
                "stroke='#8fb4ff' stroke-width='1.4' opacity='0.2'");
        }

        foreach (var y in (double[])[818, 846, 888, 948, 1032])
        {
            canvas.Rectangle(0, y, 1920, 2 + ((y - 800) / 90), "#060918", "opacity='0.6'");
            canvas.Rectangle(0, y + 3 + ((y - 800) / 90), 1920, 1.4, "#8fb4ff", "opacity='0.2'");
        }

        canvas.Glow(960, 972, 470, 74, "#8fe3ff", 0.42);
        canvas.Ellipse(960, 972, 400, 56, "none", "stroke='#7fe0ff' stroke-width='4' opacity='0.75'");
        canvas.Ellipse(960, 972, 430, 62, "none", "stroke='#7fe0ff' stroke-width='1.5' opacity='0.45'");
    }

    private static void PaintFrame(SvgCanvas canvas)
    {
        canvas.DefineVertical("metal", "0 #66749f 1", "0.4 #3a456f 1", "1 #161c38 1");
        canvas.DefineHorizontal("strut", "0 #141a34 1", "0.35 #58669a 1", "0.6 #3b4672 1", "1 #11162d 1");
        canvas.Path("M0 0 H1920 V96 C1500 58 420 58 0 96 Z", "url(#metal)");
        canvas.Path("M0 98 C420 60 1500 60 1920 98", "none", "stroke='#9fe6ff' stroke-width='4' opacity='0.9'");
        canvas.Path("M0 104 C420 66 1500 66 1920 104", "none", "stroke='#5fc8ff' stroke-width='14' opacity='0.16'");
        foreach (var (top, foot) in ((double, double)[])[(330, 250), (740, 720), (1180, 1200), (1590, 1670)])
        {
            canvas.Path($"M{top - 15} 60 L{top + 15} 60 L{foot + 21} 802 L{foot - 21} 802 Z", "url(#strut)");
            canvas.Path($"M{top - 4} 80 L{foot - 6} 790", "none", "stroke='#aebfff' stroke-width='2' opacity='0.45'");
        }

        canvas.Rectangle(0, 762, 1920, 42, "url(#metal)");
        canvas.Rectangle(0, 760, 1920, 3, "#b6c8ff", "opacity='0.6'");
        canvas.Rectangle(0, 798, 1920, 6, "#8fe3ff", "opacity='0.95'");
        canvas.Glow(960, 802, 1300, 34, "#66d0ff", 0.55);
    }

    private static void PaintConsoles(SvgCanvas canvas)
    {
        canvas.DefineVertical("console", "0 #4a578a 1", "0.18 #2a335e 1", "1 #0d1230 1");
        foreach (var left in (double[])[-30, 1590])
        {
            canvas.Path($"M{left + 20} 690 H{left + 340} L{left + 360} 930 H{left} Z", "url(#console)");
            canvas.Path($"M{left + 20} 690 H{left + 340}", "none", "stroke='#b6c8ff' stroke-width='3' opacity='0.7'");
            canvas.Rectangle(left + 50, 712, 260, 92, "#071634", "rx='8' stroke='#5fd0ff' stroke-width='2'");
            canvas.Glow(left + 180, 758, 230, 110, "#39b8ff", 0.4);
            for (var bar = 0; bar < 15; bar++)
            {
                var height = canvas.Between(8, 66);
                canvas.Rectangle(left + 62 + (bar * 16), 796 - height, 9, height, "#58e0d0", "opacity='0.85'");
            }

            for (var lamp = 0; lamp < 22; lamp++)
            {
                var color = canvas.Pick("#ff6b6b", "#ffd166", "#5ff0b0", "#6fc8ff", "#33406e");
                canvas.Rectangle(left + 46 + (lamp % 11 * 25), 826 + (lamp / 11 * 30), 15, 13, color, "rx='3'");
            }
        }
    }
}
