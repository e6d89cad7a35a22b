using System.Text;
using System.Text.RegularExpressions;

namespace SceneGen.Web.Pages.Files;

/// <summary>
/// What the pages are made of. It travels inside the program; what one file asks for of another it asks for by the name
/// with the hash, which is therefore part of its own content.
/// </summary>
internal static partial class UiFiles
{
    private const string Prefix = "ui/";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly Dictionary<string, UiFile> Files = ReadAll();

    private static readonly Dictionary<string, UiFile> Hashed =
        Files.Values.ToDictionary(file => file.HashedName, StringComparer.Ordinal);

    public static IReadOnlyCollection<UiFile> All => Files.Values;

    public static UiFile? Find(string name) => Files.GetValueOrDefault(name);

    public static UiFile? FindHashed(string name) => Hashed.GetValueOrDefault(name);

    /// <summary>The file of that name as it is here, where the name is the one that another version gave it.</summary>
    public static UiFile? FindOther(string name)
        => NameOfVersion().Match(name) is { Success: true } match
            ? Find(match.Groups["stem"].Value + match.Groups["extension"].Value)
            : null;

    public static string Read(string name)
    {
        using var file = new StreamReader(typeof(UiFiles).Assembly.GetManifestResourceStream(Prefix + name)!);
        return file.ReadToEnd();
    }

    /// <summary>A page, which names its files with their hashes.</summary>
    public static string ReadPage(string name)
        => InPage().Replace(
            Read(name), match => match.Groups["before"].Value + Files[match.Groups["name"].Value].HashedName);

    private static Dictionary<string, UiFile> ReadAll()
    {
        var files = new Dictionary<string, UiFile>(StringComparer.Ordinal);
        var names = typeof(UiFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Where(name => ContentTypes.ContainsKey(Path.GetExtension(name)));
        foreach (var name in names)
        {
            Add(name, files);
        }

        return files;
    }

    private static UiFile Add(string name, Dictionary<string, UiFile> files)
    {
        if (files.TryGetValue(name, out var known))
        {
            return known;
        }

        var text = UiComponent.IsOne(name)
            ? UiComponent.Join(name, Read)
            : InFile().Replace(
                Read(name), match => match.Groups["before"].Value + Add(match.Groups["name"].Value, files).HashedName);
        var file = new UiFile(name, ContentTypes[Path.GetExtension(name)], Encoding.UTF8.GetBytes(text));
        files.Add(name, file);
        return file;
    }

    [GeneratedRegex(@"\A(?<stem>[\w-]+)\.[0-9a-f]{10}(?<extension>\.\w+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex NameOfVersion();

    // Each begins with plain letters, so a look through a file takes no time worth naming, on a busy machine too.
    [GeneratedRegex("""(?<before>(from|import) '\./|url\(")(?<name>[\w.-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex InFile();

    [GeneratedRegex("""(?<before>(href|src)="(\[\[root\]\])?ui/)(?<name>[\w.-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex InPage();
}
