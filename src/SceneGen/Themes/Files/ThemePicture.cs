namespace SceneGen.Themes.Files;

/// <summary>The picture that shows a theme to those who choose one.</summary>
public sealed record ThemePicture(ReadOnlyMemory<byte> Bytes, string ContentType, string Sha256);
