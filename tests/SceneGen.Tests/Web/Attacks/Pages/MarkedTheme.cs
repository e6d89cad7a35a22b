using SceneGen.Themes;

namespace SceneGen.Tests.Web.Attacks.Pages;

/// <summary>A folder of themes, one of which has markup for words.</summary>
internal static class MarkedTheme
{
    public const string Id = "marked";

    /// <summary>Both kinds of quotes, an element, and what would end a script or a comment.</summary>
    public const string Markup = "\"'><script>alert(1)</script>";

    private const string Plain = "neon-city";

    private static readonly string Quoted = $"'{Markup.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string FolderIn(string root)
    {
        var (shipped, folder) = (new ThemeOptions().Folder, Path.Combine(root, "themes"));
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])[$"{Plain}.yaml", $"{Plain}.jpg"])
        {
            File.Copy(Path.Combine(shipped, file), Path.Combine(folder, file));
        }

        File.WriteAllLines(
            Path.Combine(folder, $"{Id}.yaml"),
            File.ReadLines(Path.Combine(shipped, $"{Plain}.yaml")).Select(Marked));
        return folder;
    }

    /// <summary>What people read, in both languages: the translation stands further in.</summary>
    private static string Marked(string line)
    {
        var words = line.TrimStart();
        var (indent, key) = (line[..^words.Length], words[..(words.IndexOf(':', StringComparison.Ordinal) + 1)]);
        return key switch
        {
            "id:" => $"id: {Id}",
            "name:" or "description:" => $"{indent}{key} {Quoted}",
            "tags:" => $"{indent}tags: ['</title><b>']",
            _ => line,
        };
    }
}
