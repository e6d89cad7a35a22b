namespace SceneGen.Assets.Files;

/// <summary>A file that nothing names any more, since the release of this number.</summary>
internal sealed record ReleasedFile(string Sha256, string Extension, int Release);
