using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Docs;

/// <summary>What <c>docs/api.md</c> says of the API, and <c>docs/operations.md</c> of the operators' part of it.</summary>
internal static partial class ApiPages
{
    private const string Fence = "```";
    private const string Data = "data: ";

    /// <summary>Such as <c>GET /api/scenes</c>, from the tables that begin with a column of routes.</summary>
    public static IEnumerable<string> Routes => Table("docs/api.md", "| route |").Concat(Table("docs/operations.md", "| route |"))
        .SelectMany(row => Route().Matches(row))
        .Select(match => match.Groups["route"].Value);

    /// <summary>The first cells of the table of a scene's statuses.</summary>
    public static IEnumerable<string> Statuses => Table("docs/api.md", "| `status` |").Select(cell => cell.Trim(' ', '`'));

    public static JsonNode Scene => JsonNode.Parse(string.Concat(Lines("docs/api.md")
        .SkipWhile(line => line != "## A scene")
        .SkipWhile(line => !line.StartsWith(Fence, StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => line != Fence)))!;

    public static JsonNode Event => JsonNode.Parse(
        Lines("docs/api.md").Select(line => line.Trim()).Single(line => line.StartsWith(Data, StringComparison.Ordinal))[Data.Length..])!;

    /// <summary>The first cell of each row.</summary>
    private static IEnumerable<string> Table(string path, string header) => Lines(path)
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')[1]);

    private static string[] Lines(string path) => File.ReadAllLines(Repository.PathOf(path));

    [GeneratedRegex("`(?<route>(GET|POST|PUT|DELETE) /[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Route();
}
