using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Assets.Images.Measuring;

/// <summary>A picture in 28 characters, to be shown while it loads: https://github.com/woltapp/blurhash.</summary>
internal static class Blurhash
{
    private const int Across = 4;
    private const int Down = 3;
    private const double LargestStep = 166;
    private const int Levels = 19;
    private const string Digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    public static string Of(Pixels pixels)
    {
        var sample = LinearSample.Of(pixels);
        var waves = new double[Across * Down][];
        for (var wave = 0; wave < waves.Length; wave++)
        {
            waves[wave] = Amplitude(sample, wave % Across, wave / Across);
        }

        var largest = waves.Skip(1).SelectMany(wave => wave).Max(Math.Abs);
        var step = (int)Math.Clamp(Math.Floor((largest * LargestStep) - 0.5), 0, Digits.Length - 1);
        return string.Concat(
            [
                Write(Across - 1 + ((Down - 1) * 9), 1),
                Write(step, 1),
                Write(Average(waves[0]), 4),
                .. waves.Skip(1).Select(wave => Write(Quantise(wave, (step + 1) / LargestStep), 2)),
            ]);
    }

    private static double[] Amplitude(LinearSample sample, int across, int down)
    {
        var amplitude = new double[Pixels.Bands];
        for (var row = 0; row < LinearSample.Rows; row++)
        {
            var vertical = Math.Cos(Math.PI * down * row / LinearSample.Rows);
            for (var column = 0; column < LinearSample.Columns; column++)
            {
                var basis = vertical * Math.Cos(Math.PI * across * column / LinearSample.Columns);
                for (var band = 0; band < Pixels.Bands; band++)
                {
                    amplitude[band] += basis * sample[row, column, band];
                }
            }
        }

        var scale = (across == 0 && down == 0 ? 1d : 2d) / (LinearSample.Rows * LinearSample.Columns);
        return [.. amplitude.Select(value => value * scale)];
    }

    private static int Average(double[] colour) =>
        colour.Aggregate(0, (packed, value) => (packed << 8) + LinearSample.ToByte(value));

    private static int Quantise(double[] wave, double largest) => wave.Aggregate(
        0,
        (packed, value) =>
        {
            var part = value / largest;
            var level = (Math.Sign(part) * Math.Sqrt(Math.Abs(part)) * 9) + 9.5;
            return (packed * Levels) + (int)Math.Clamp(Math.Floor(level), 0, Levels - 1);
        });

    private static string Write(int value, int length)
    {
        var digits = new char[length];
        for (var at = length - 1; at >= 0; at--)
        {
            digits[at] = Digits[value % Digits.Length];
            value /= Digits.Length;
        }

        return new string(digits);
    }
}
