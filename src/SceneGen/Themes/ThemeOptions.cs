namespace SceneGen.Themes;

/// <summary>Section <c>Themes</c>: where the themes are.</summary>
public sealed class ThemeOptions
{
    /// <summary>
    /// A folder of <c>*.yaml</c>, one theme a file, and of their preview pictures. What changes in it is live within 5 s.
    /// Default: the shipped ones.
    /// </summary>
    public string Path { get; set; } = "";

    internal string Folder => Path.Length > 0 ? Path : System.IO.Path.Combine(AppContext.BaseDirectory, "themes");
}
