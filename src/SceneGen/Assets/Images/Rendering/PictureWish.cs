using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Images.Rendering;

/// <summary>What is known of the picture beforehand: where the avatar should stand, and its colours.</summary>
internal sealed record PictureWish(FrameBox? AvatarBox, IReadOnlyList<string> AvatarColours);
