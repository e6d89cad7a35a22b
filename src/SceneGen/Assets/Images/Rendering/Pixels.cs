using System.Buffers;

namespace SceneGen.Assets.Images.Rendering;

/// <summary>Red, green and blue of a byte each, row by row, in memory that goes back when they are done with.</summary>
internal sealed class Pixels(int width, int height) : IDisposable
{
    public const int Bands = 3;

    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(width * height * Bands);

    public int Width => width;

    public int Height => height;

    public int RowBytes => width * Bands;

    public Memory<byte> Memory => _bytes.AsMemory(0, height * RowBytes);

    public Span<byte> Row(int row) => _bytes.AsSpan(row * RowBytes, RowBytes);

    /// <summary>Half as wide and half as high; each pixel is the mean of four.</summary>
    public Pixels Halve()
    {
        var half = new Pixels(width / 2, height / 2);
        for (var row = 0; row < half.Height; row++)
        {
            Average(Row(2 * row), Row((2 * row) + 1), half.Row(row));
        }

        return half;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private static void Average(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> target)
    {
        for (int to = 0, from = 0; to < target.Length; from += Bands)
        {
            for (var end = to + Bands; to < end; to++, from++)
            {
                target[to] = (byte)((upper[from] + upper[from + Bands] + lower[from] + lower[from + Bands] + 2) / 4);
            }
        }
    }
}
