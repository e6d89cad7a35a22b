using SceneGen.Themes;

namespace SceneGen.Tests.Web.Attacks.Pages;

/// <summary>A folder of themes, one of which has markup for words.</summary>
internal static class MarkedTheme
{
    public const string Id = "marked";

    /// <summary>Both kinds of quotes, an element, and what would end a script or a comment.</summary>
    public const string Markup = "\"'><script>alert(1)</script>";

    private const string Plain = "neon-city";

    public static string FolderIn(string root)
    {
        var (shipped, folder) = (new ThemeOptions().Folder, Path.Combine(root, "themes"));
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])[$"{Plain}.yaml", $"{Plain}.jpg"])
        {
            File.Copy(Path.Combine(shipped, file), Path.Combine(folder, file));
        }

        var quoted = $"'{Markup.Replace("'", "''", StringComparison.Ordinal)}'";
        File.WriteAllLines(
            Path.Combine(folder, $"{Id}.yaml"),
            File.ReadLines(Path.Combine(shipped, $"{Plain}.yaml")).Select(line => line switch
            {
                _ when line.StartsWith("id:", StringComparison.Ordinal) => $"id: {Id}",
                _ when line.StartsWith("name:", StringComparison.Ordinal) => $"name: {quoted}",
                _ when line.StartsWith("description:", StringComparison.Ordinal) => $"description: {quoted}",
                _ when line.StartsWith("tags:", StringComparison.Ordinal) => "tags: ['</title><b>', night, future]",
                _ => line,
            }));
        return folder;
    }
}
