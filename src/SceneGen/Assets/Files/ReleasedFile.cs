namespace SceneGen.Assets.Files;

/// <summary>A file that nothing names since then.</summary>
internal sealed record ReleasedFile(string Sha256, string Extension, DateTimeOffset ReleasedAt);
