using System.Text;
using System.Text.RegularExpressions;

namespace SceneGen.Web.Pages.Files;

/// <summary>
/// A web component for other people's pages: one script, in which the modules it is written with stand one after the
/// other, each before the first that needs it.
/// </summary>
internal static partial class UiComponent
{
    private const string Prefix = "scene-";

    public static bool IsOne(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Join(string name, Func<string, string> read)
    {
        var script = new StringBuilder();
        Append(name, read, [], script);
        return script.ToString();
    }

    private static void Append(string name, Func<string, string> read, HashSet<string> taken, StringBuilder script)
    {
        if (!taken.Add(name))
        {
            return;
        }

        var module = read(name);
        foreach (Match import in Import().Matches(module))
        {
            Append(import.Groups["name"].Value, read, taken, script);
        }

        script.Append(Export().Replace(Import().Replace(module, ""), ""));
    }

    [GeneratedRegex(@"^import\b[^;']*'\./(?<name>[\w.-]+)';\n", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Import();

    [GeneratedRegex(@"^export (?=async function|function|const|class)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Export();
}
