using System.Text;

namespace SceneGen.Simulator.Painting;

/// <summary>
/// An SVG document in the making, 1920 by 1080 whatever the picture's size, with the dice that vary a scene.
/// </summary>
internal sealed class SvgCanvas(int seed)
{
    public const int Width = 1920;
    public const int Height = 1080;

    private readonly Random _random = new(seed);
    private readonly StringBuilder _definitions = new();
    private readonly StringBuilder _body = new();
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    public double Between(double least, double most)
    {
        return least + (_random.NextDouble() * (most - least));
    }

    public T Pick<T>(params ReadOnlySpan<T> choices)
    {
        return choices[_random.Next(choices.Length)];
    }

    public bool Chance(double probability)
    {
        return _random.NextDouble() < probability;
    }

    public void Add(string markup)
    {
        _body.Append(markup).Append('\n');
    }

    /// <summary>Defines a thing once; later definitions under the same id change nothing.</summary>
    public void Define(string id, string markup)
    {
        if (_defined.Add(id))
        {
            _definitions.Append(markup).Append('\n');
        }
    }

    /// <summary>A gradient from top to bottom; stops are "offset color opacity".</summary>
    public void DefineVertical(string id, params string[] stops)
    {
        Define(id, $"<linearGradient id='{id}' x1='0' y1='0' x2='0' y2='1'>{Stops(stops)}</linearGradient>");
    }

    /// <summary>A gradient from left to right; stops are "offset color opacity".</summary>
    public void DefineHorizontal(string id, params string[] stops)
    {
        Define(id, $"<linearGradient id='{id}' x1='0' y1='0' x2='1' y2='0'>{Stops(stops)}</linearGradient>");
    }

    /// <summary>A gradient from the center outwards; stops are "offset color opacity".</summary>
    public void DefineRadial(string id, params string[] stops)
    {
        Define(id, $"<radialGradient id='{id}'>{Stops(stops)}</radialGradient>");
    }

    public void Fill(string paint)
    {
        Rectangle(0, 0, Width, Height, paint);
    }

    public void Rectangle(double x, double y, double width, double height, string paint, string more = "")
    {
        Add($"<rect x='{x:0.#}' y='{y:0.#}' width='{width:0.#}' height='{height:0.#}' fill='{paint}' {more}/>");
    }

    public void Ellipse(double x, double y, double radiusX, double radiusY, string paint, string more = "")
    {
        Add($"<ellipse cx='{x:0.#}' cy='{y:0.#}' rx='{radiusX:0.#}' ry='{radiusY:0.#}' fill='{paint}' {more}/>");
    }

    public void Path(string data, string paint, string more = "")
    {
        Add($"<path d='{data}' fill='{paint}' {more}/>");
    }

    /// <summary>Light that fades to nothing: gradients instead of blurs, which are slow to draw.</summary>
    public void Glow(double x, double y, double radiusX, double radiusY, string color, double strength)
    {
        var id = $"glow{color.TrimStart('#')}";
        DefineRadial(
            id, $"0 {color} 1", $"0.25 {color} 0.62", $"0.55 {color} 0.2", $"0.8 {color} 0.05", $"1 {color} 0");
        Ellipse(x, y, radiusX, radiusY, $"url(#{id})", $"opacity='{strength:0.##}'");
    }

    public string ToSvg(int width, int height)
    {
        return $"""
            <svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='{width}'
             height='{height}' viewBox='0 0 {Width} {Height}' preserveAspectRatio='xMidYMid slice'>
            <defs>
            {_definitions}</defs>
            {_body}</svg>
            """;
    }

    private static string Stops(string[] stops)
    {
        var markup = stops.Select(stop => stop.Split(' ')).Select(
            parts => $"<stop offset='{parts[0]}' stop-color='{parts[1]}' stop-opacity='{parts[2]}'/>");
        return string.Concat(markup);
    }
}
