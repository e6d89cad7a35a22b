namespace SceneGen.Assets.Images.Rendering;

internal sealed record PictureFile(string Path, string Extension);
