using SceneGen.Contracts;

namespace SceneGen.Assets.Avatars;

/// <summary>What a small copy of an avatar shows: its dominant colours, and whether there is anything to see.</summary>
internal sealed class AvatarPixels
{
    /// <summary>Less than this on every channel is noise: nobody would see it.</summary>
    private const int Visible = 8;

    private const int Opaque = 128;
    private const int Transparent = 16;
    private const int MostColours = 5;

    /// <summary>One in so many pixels makes a colour worth naming.</summary>
    private const int Rare = 50;

    /// <summary>The square of how far two colours are apart that have each a name.</summary>
    private const int Apart = 48 * 48;

    private readonly IReadOnlyList<Pixel> _pixels;

    private AvatarPixels(IReadOnlyList<Pixel> pixels) => _pixels = pixels;

    /// <summary>Pixels of one to four bytes: grey or red, green and blue, with or without alpha.</summary>
    public static AvatarPixels Of(ReadOnlySpan<byte> raw, int count)
    {
        var bands = raw.Length / count;
        var pixels = new Pixel[count];
        for (var i = 0; i < count; i++)
        {
            pixels[i] = Pixel.Of(raw.Slice(i * bands, bands));
        }

        return new AvatarPixels(pixels);
    }

    public void CheckNotBlank()
    {
        // Through a transparent pixel nothing is seen of its colour.
        var seen = _pixels.Where(pixel => pixel.Alpha >= Transparent).ToList();
        if (seen.Count == 0 || !(Spreads(_pixels, pixel => pixel.Alpha)
            || Spreads(seen, pixel => pixel.Red)
            || Spreads(seen, pixel => pixel.Green)
            || Spreads(seen, pixel => pixel.Blue)))
        {
            throw new UnusableAvatarException(SceneFailureCodes.AvatarBlank, "The avatar is of one colour throughout.");
        }
    }

    public IReadOnlyList<string> Colours()
    {
        var opaque = _pixels.Where(pixel => pixel.Alpha >= Opaque).ToList();
        var named = new List<Pixel>();
        foreach (var shade in opaque.GroupBy(pixel => pixel.Shade).OrderByDescending(shade => shade.Count()))
        {
            var mean = Pixel.MeanOf(shade);
            if (named.Count < MostColours
                && shade.Count() * Rare >= opaque.Count
                && named.TrueForAll(other => other.DistanceTo(mean) >= Apart))
            {
                named.Add(mean);
            }
        }

        return [.. named.Select(colour => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}")];
    }

    private static bool Spreads(IReadOnlyCollection<Pixel> pixels, Func<Pixel, int> channel)
        => pixels.Max(channel) - pixels.Min(channel) >= Visible;

    private sealed record Pixel(byte Red, byte Green, byte Blue, byte Alpha)
    {
        /// <summary>Colours that share the upper three bits of each channel.</summary>
        public int Shade => ((Red >> 5) << 6) | ((Green >> 5) << 3) | (Blue >> 5);

        public static Pixel Of(ReadOnlySpan<byte> bands) => bands.Length switch
        {
            1 => new Pixel(bands[0], bands[0], bands[0], byte.MaxValue),
            2 => new Pixel(bands[0], bands[0], bands[0], bands[1]),
            3 => new Pixel(bands[0], bands[1], bands[2], byte.MaxValue),
            _ => new Pixel(bands[0], bands[1], bands[2], bands[3]),
        };

        public static Pixel MeanOf(IEnumerable<Pixel> pixels) => new(
            (byte)pixels.Average(pixel => pixel.Red),
            (byte)pixels.Average(pixel => pixel.Green),
            (byte)pixels.Average(pixel => pixel.Blue),
            byte.MaxValue);

        public int DistanceTo(Pixel other)
        {
            var (red, green, blue) = (Red - other.Red, Green - other.Green, Blue - other.Blue);
            return (red * red) + (green * green) + (blue * blue);
        }
    }
}
