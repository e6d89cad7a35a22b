namespace SceneGen.Assets.Images.Formats;

internal sealed class HeaderBytes(Stream stream)
{
    private readonly byte[] _taken = new byte[16];

    // The next call overwrites what the last one gave.
    public ReadOnlySpan<byte> Take(int count)
    {
        var taken = _taken.AsSpan(0, count);
        stream.ReadExactly(taken);
        return taken;
    }

    public byte[] TakeAll(int count)
    {
        var all = new byte[count];
        stream.ReadExactly(all);
        return all;
    }

    // By reading, not by seeking: a seek past the end of a cut file would go unnoticed.
    public void Skip(long count)
    {
        Span<byte> scratch = stackalloc byte[1024];
        while (count > 0)
        {
            var part = scratch[..(int)Math.Min(count, scratch.Length)];
            stream.ReadExactly(part);
            count -= part.Length;
        }
    }
}
