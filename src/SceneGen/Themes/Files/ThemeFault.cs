namespace SceneGen.Themes.Files;

/// <summary>Why a theme's file is refused: its line is 0 where the file as a whole is at fault.</summary>
internal sealed record ThemeFault(string File, int Line, string Reason)
{
    public string Sentence => Line > 0 ? $"{File}, line {Line}: {Reason}" : $"{File} {Reason}";
}
