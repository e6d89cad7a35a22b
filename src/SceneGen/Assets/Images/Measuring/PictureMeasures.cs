using SceneGen.Assets.Images.Rendering;
using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Images.Measuring;

/// <summary>What a finished picture was found to be; the score is null where the avatar's colours are not known.</summary>
internal sealed record PictureMeasures(string Blurhash, double Sharpness, double? AvatarScore)
{
    public static PictureMeasures Of(Pixels pixels, FrameBox? avatarBox, IEnumerable<string> avatarColours) =>
        Uniformity.IsBlank(pixels)
            ? throw new ImageException("The picture is of one colour.") { Fault = ImageFault.Blank }
            : new PictureMeasures(
                Measuring.Blurhash.Of(pixels),
                Measuring.Sharpness.Of(pixels),
                AvatarPresence.Score(pixels, avatarBox, avatarColours));
}
