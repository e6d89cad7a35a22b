using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SceneGen.Assets.Messages;

namespace SceneGen.Data.Maps.Themes;

/// <summary>A box as four fractions with spaces between: a few bytes in a row of which there are many.</summary>
internal sealed class FrameBoxConverter() : ValueConverter<FrameBox, string>(box => Write(box), text => Read(text))
{
    public const int Length = 40;

    private static string Write(FrameBox box)
        => FormattableString.Invariant($"{box.Left:0.####} {box.Top:0.####} {box.Width:0.####} {box.Height:0.####}");

    private static FrameBox Read(string text)
    {
        var sides = Array.ConvertAll(text.Split(' '), side => double.Parse(side, CultureInfo.InvariantCulture));
        return new FrameBox(sides[0], sides[1], sides[2], sides[3]);
    }
}
