using System.Security.Cryptography;
using System.Text;
using SceneGen.Replicate.Models;
using SceneGen.Settings.Yaml;

namespace SceneGen.Themes.Files;

/// <summary>The folder of the themes: each file becomes a theme or is refused.</summary>
internal sealed class ThemeFolder(string path, ModelLibrary models)
{
    private const int LargestPicture = 256 * 1024;

    public ThemeReading Read()
    {
        var (themes, refused) = (new List<Theme>(), new List<ThemeFault>());
        foreach (var file in YamlFolder.FilesOf(path))
        {
            var (theme, fault) = ReadFile(file);
            if (theme is not null)
            {
                themes.Add(theme);
            }
            else
            {
                refused.Add(fault!);
            }
        }

        return new ThemeReading(themes, refused);
    }

    /// <summary>Changes whenever a file does.</summary>
    public string Fingerprint()
        => Directory.Exists(path)
            ? string.Join('\n', new DirectoryInfo(path).EnumerateFiles()
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"))
            : "";

    private (Theme? Theme, ThemeFault? Fault) ReadFile(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        try
        {
            var theme = YamlFolder.Parse<Theme>(file, text);
            var fault = ThemeRules.Fault(theme, Path.GetFileNameWithoutExtension(file), models) ?? PictureFault(theme);
            return fault is var (at, reason)
                ? (null, new ThemeFault(file, YamlLines.Of(text, at), reason))
                : (theme with { Hash = HashOf(Encoding.UTF8.GetBytes(text)), Picture = PictureOf(theme) }, null);
        }
        catch (YamlFaultException error)
        {
            return (null, new ThemeFault(file, error.Line, error.Reason));
        }
    }

    private (string Path, string Reason)? PictureFault(Theme theme) => theme.Preview switch
    {
        "" => null,
        var name when Path.GetFileName(name) != name || ContentTypeOf(name) is null =>
            ("preview", "preview has to name a .jpg, .png or .webp file beside this one."),
        var name when !File.Exists(Path.Combine(path, name)) => ("preview", $"preview names {name}, which is not there."),
        var name when new FileInfo(Path.Combine(path, name)).Length > LargestPicture =>
            ("preview", $"preview names {name}, which is larger than 256 kB."),
        _ => null,
    };

    private ThemePicture? PictureOf(Theme theme)
    {
        if (theme.Preview.Length == 0)
        {
            return null;
        }

        var bytes = File.ReadAllBytes(Path.Combine(path, theme.Preview));
        return new ThemePicture(bytes, ContentTypeOf(theme.Preview)!, HashOf(bytes));
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        _ => null,
    };
}
