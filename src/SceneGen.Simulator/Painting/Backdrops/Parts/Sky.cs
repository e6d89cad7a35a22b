namespace SceneGen.Simulator.Painting.Backdrops.Parts;

/// <summary>What hangs in a sky.</summary>
internal static class Sky
{
    public static void PaintStars(this SvgCanvas canvas, int count, double lowest)
    {
        for (var star = 0; star < count; star++)
        {
            var size = canvas.Chance(0.92) ? canvas.Between(0.6, 1.6) : canvas.Between(1.8, 2.8);
            canvas.Ellipse(
                canvas.Between(0, 1920), canvas.Between(0, lowest), size, size,
                canvas.Pick("#ffffff", "#d6e4ff", "#fff0d6"),
                $"opacity='{canvas.Between(0.3, 1):0.##}'");
        }
    }

    /// <summary>A heap of puffs that is flat below.</summary>
    public static void PaintCloud(this SvgCanvas canvas, double x, double y, double size, string color, double opacity)
    {
        canvas.Add($"<g opacity='{opacity:0.##}'>");
        for (var puff = 0; puff < 9; puff++)
        {
            var along = (puff - 4) / 4d;
            var radius = size * (0.62 - (Math.Abs(along) * 0.3)) * canvas.Between(0.8, 1.15);
            canvas.Ellipse(x + (along * size * 1.5), y - (radius * 0.55), radius, radius * 0.8, color);
        }

        canvas.Ellipse(x, y, size * 1.85, size * 0.2, color);
        canvas.Add("</g>");
    }

    /// <summary>Beams that widen on their way down.</summary>
    public static void PaintBeams(this SvgCanvas canvas, string color, double from, double slant, double lowest)
    {
        canvas.DefineVertical("beam", $"0 {color} 0.6", $"0.75 {color} 0.16", $"1 {color} 0");
        for (var beam = 0; beam < 9; beam++)
        {
            var top = from + canvas.Between(-520, 520);
            var foot = top + slant + ((top - from) * 0.7);
            var width = canvas.Between(24, 90);
            canvas.Path(
                $"M{top:0} -20 H{top + (width * 0.4):0} L{foot + (width * 1.9):0} {lowest:0} H{foot - width:0} Z",
                "url(#beam)", $"opacity='{canvas.Between(0.2, 0.5):0.##}'");
        }
    }

    public static void PaintVignette(this SvgCanvas canvas, string color, double strength)
    {
        canvas.DefineRadial("vignette", $"0 {color} 0", $"0.62 {color} 0", $"1 {color} {strength:0.##}");
        canvas.Ellipse(960, 520, 1450, 960, "url(#vignette)");
    }
}
