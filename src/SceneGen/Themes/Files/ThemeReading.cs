namespace SceneGen.Themes.Files;

/// <summary>What the folder holds.</summary>
internal sealed record ThemeReading(IReadOnlyList<Theme> Themes, IReadOnlyList<ThemeFault> Refused);
