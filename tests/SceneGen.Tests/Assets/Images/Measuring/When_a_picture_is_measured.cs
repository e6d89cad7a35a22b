using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Measuring;
using SceneGen.Assets.Messages;

namespace SceneGen.Tests.Assets.Images.Measuring;

public sealed class When_a_picture_is_measured
{
    private static readonly FrameBox LeftHalf = new(0, 0, 0.5, 1);

    [Fact]
    public void black_has_the_known_blurhash()
    {
        using var black = PlainPixels.Of((_, _) => (0, 0, 0));

        Assert.Equal("L00000fQfQfQfQfQfQfQfQfQfQfQ", Blurhash.Of(black));
    }

    [Fact]
    public void its_blurhash_tells_its_colour_and_its_sides()
    {
        using var bright = PlainPixels.Of((x, _) => x < 480 ? ((byte)255, (byte)255, (byte)255) : ((byte)0, (byte)0, (byte)0));
        using var plain = PlainPixels.Of((_, _) => (30, 200, 90));

        // The first wave across is strong and positive: light on the left.
        var hash = Blurhash.Of(bright);
        Assert.True(Digits(hash[6..8]) > Digits("fQ"));
        Assert.Equal((30 << 16) | (200 << 8) | 90, Digits(Blurhash.Of(plain)[2..6]));
    }

    [Fact]
    public void a_checkerboard_is_sharper_than_a_slope()
    {
        using var board = PlainPixels.Of((x, y) => ((x + y) % 2) == 0 ? ((byte)255, (byte)255, (byte)255) : ((byte)0, (byte)0, (byte)0));
        using var slope = PlainPixels.Of((x, _) => ((byte)(x / 4), (byte)(x / 4), (byte)(x / 4)));

        Assert.Equal(1, Sharpness.Of(board));
        Assert.InRange(Sharpness.Of(slope), 0, 0.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void a_black_picture_with_a_small_mark_is_blank(int mark)
    {
        using var black = PlainPixels.Of((x, y) => x < mark && y < mark ? ((byte)255, (byte)255, (byte)255) : ((byte)3, (byte)0, (byte)2));

        var refusal = Assert.Throws<ImageException>(() => PictureMeasures.Of(black, null, []));

        Assert.Equal(ImageFault.Blank, refusal.Fault);
    }

    [Fact]
    public void a_dark_night_is_not_blank()
    {
        using var night = PlainPixels.Of((x, y) => (x + y) % 90 == 0 ? ((byte)40, (byte)40, (byte)60) : ((byte)5, (byte)5, (byte)9));

        Assert.NotNull(PictureMeasures.Of(night, null, []));
    }

    [Theory]
    [InlineData(1d, "#c86432")]
    [InlineData(1d, "#d27832", "#be5a28")]
    [InlineData(0d, "#0000ff")]
    [InlineData(0.6667, "#c86432", "#0000ff")]
    [InlineData(null)]
    [InlineData(null, "orange", "#12345", "#gggggg")]
    public void the_avatar_is_where_its_colours_are(double? score, params string[] colours)
    {
        using var pixels = PlainPixels.Of((x, y) => x < 100 && y < 100 ? ((byte)200, (byte)100, (byte)50) : ((byte)0, (byte)60, (byte)0));

        Assert.Equal(score, AvatarPresence.Score(pixels, LeftHalf, colours));
    }

    [Fact]
    public void colours_beside_the_box_do_not_count()
    {
        using var pixels = PlainPixels.Of((x, _) => x >= 480 ? ((byte)200, (byte)100, (byte)50) : ((byte)0, (byte)60, (byte)0));

        Assert.Equal(0, AvatarPresence.Score(pixels, LeftHalf, ["#c86432"]));
        Assert.Equal(1, AvatarPresence.Score(pixels, null, ["#c86432"]));
        Assert.Equal(0, AvatarPresence.Score(pixels, new FrameBox(double.NaN, 3, -1, 0), ["#c86432"]));
    }

    private static int Digits(string text) => text.Aggregate(
        0,
        (value, digit) => (value * 83)
            + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~".IndexOf(digit, StringComparison.Ordinal));
}
