using System.Text.RegularExpressions;
using SceneGen.Settings;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Docs;

/// <summary>The tables of <c>docs/settings.md</c> that begin with a column of settings.</summary>
internal static partial class SettingsDocument
{
    private const string Header = "| setting | default | takes |";

    public static IReadOnlyList<SettingRow> Rows()
    {
        var rows = new List<SettingRow>();
        var isTable = false;
        foreach (var line in File.ReadLines(Repository.PathOf("docs/settings.md")))
        {
            isTable = line.StartsWith(Header, StringComparison.Ordinal) || (isTable && line.StartsWith('|'));
            if (isTable && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = BetweenBars().Split(line).Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim()).ToArray();
                rows.Add(new SettingRow(cells[1], Plain(cells[2]), cells[3]));
            }
        }

        return rows;
    }

    /// <summary>24h and 1d are the same.</summary>
    private static string Plain(string cell) => Duration.TryParse(cell, out var duration) ? Duration.Format(duration) : cell;

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, 1000)]
    private static partial Regex BetweenBars();
}
