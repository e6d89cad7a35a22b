using SceneGen.Assets.Images;
using SceneGen.Contracts;

namespace SceneGen.Assets.Avatars;

/// <summary>How large an avatar may be, and of which proportions.</summary>
internal static class AvatarShape
{
    private const int MinSide = 64;
    private const int MaxSide = 8192;
    private const int MaxPixels = 25_000_000;
    private const int MaxRatio = 3;

    public static void Check(ImageHeader header)
    {
        var (shorter, longer) = (Math.Min(header.Width, header.Height), Math.Max(header.Width, header.Height));
        if (longer > MaxSide || (long)shorter * longer > MaxPixels)
        {
            throw Unusable(header, SceneFailureCodes.AvatarTooLarge, "sides of 8192 and 25 megapixels are the most");
        }

        if (shorter < MinSide)
        {
            throw Unusable(header, SceneFailureCodes.AvatarTooSmall, "sides of 64 are the least");
        }

        if (longer > shorter * MaxRatio)
        {
            throw Unusable(header, SceneFailureCodes.AvatarMisshapen, "one side may be three times the other at most");
        }
    }

    private static UnusableAvatarException Unusable(ImageHeader header, string code, string limit)
        => new(code, $"The avatar is {header.Width}x{header.Height}; {limit}.");
}
