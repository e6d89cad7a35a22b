using Microsoft.Extensions.Options;
using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Measuring;
using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Storing;

/// <summary>Refuses what its theme or the settings call too poor, unless the scene has no other choice.</summary>
internal sealed class QualityGate(IOptions<ImageOptions> options)
{
    public void Check(StoreScene scene, PictureMeasures? measures)
    {
        if (scene.TakesAnyQuality || measures is null)
        {
            return;
        }

        var minSharpness = scene.MinSharpness ?? options.Value.MinSharpness;
        if (measures.Sharpness < minSharpness)
        {
            throw new ImageException($"The picture's sharpness is {measures.Sharpness}, below {minSharpness}.")
            {
                Fault = ImageFault.Blurred,
            };
        }

        var minScore = scene.MinAvatarScore ?? options.Value.MinAvatarScore;
        if (measures.AvatarScore < minScore)
        {
            throw new ImageException($"The avatar's score in the picture is {measures.AvatarScore}, below {minScore}.")
            {
                Fault = ImageFault.AvatarMissing,
            };
        }
    }
}
