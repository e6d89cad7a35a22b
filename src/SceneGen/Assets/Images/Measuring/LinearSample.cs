using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Assets.Images.Measuring;

/// <summary>A picture shrunk to a handful of pixels, in linear light from 0 to 1.</summary>
internal sealed class LinearSample
{
    public const int Columns = 32;
    public const int Rows = 18;

    private static readonly float[] Light = [.. Enumerable.Range(0, 256).Select(value => ToLight(value / 255d))];
    private readonly double[] _cells = new double[Columns * Rows * Pixels.Bands];

    public double this[int row, int column, int band] => _cells[Cell(row, column) + band];

    public static LinearSample Of(Pixels pixels)
    {
        var sample = new LinearSample();
        var (cellWidth, cellHeight) = (pixels.Width / Columns, pixels.Height / Rows);
        for (var row = 0; row < cellHeight * Rows; row++)
        {
            var line = pixels.Row(row);
            for (var column = 0; column < Columns; column++)
            {
                var part = line.Slice(column * cellWidth * Pixels.Bands, cellWidth * Pixels.Bands);
                sample.Add(Cell(row / cellHeight, column), part, cellWidth * cellHeight);
            }
        }

        return sample;
    }

    public static int ToByte(double light)
    {
        var held = Math.Clamp(light, 0, 1);
        var value = held <= 0.0031308 ? held * 12.92 : (1.055 * Math.Pow(held, 1 / 2.4)) - 0.055;
        return (int)((value * 255) + 0.5);
    }

    private void Add(int cell, ReadOnlySpan<byte> pixels, double count)
    {
        var (red, green, blue) = (0f, 0f, 0f);
        for (var at = 0; at < pixels.Length; at += Pixels.Bands)
        {
            red += Light[pixels[at]];
            green += Light[pixels[at + 1]];
            blue += Light[pixels[at + 2]];
        }

        _cells[cell] += red / count;
        _cells[cell + 1] += green / count;
        _cells[cell + 2] += blue / count;
    }

    private static int Cell(int row, int column) => ((row * Columns) + column) * Pixels.Bands;

    private static float ToLight(double value) =>
        (float)(value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
}
