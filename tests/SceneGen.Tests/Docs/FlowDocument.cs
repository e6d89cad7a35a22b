using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Docs;

/// <summary>What <c>docs/flow.md</c> says, as far as code can be held against it.</summary>
internal sealed class FlowDocument
{
    private const string Fence = "```";

    private const string Outside = "[*]";

    private readonly string[] _lines = File.ReadAllLines(Repository.PathOf("docs/flow.md"));

    /// <summary>The states at either end of the state diagram's arrows.</summary>
    public IReadOnlySet<string> States => Arrows.SelectMany(ends => ends).Where(state => state != Outside).ToHashSet(StringComparer.Ordinal);

    /// <summary>From which state to which, those from and to the outside left out.</summary>
    public IEnumerable<string> Moves => Arrows.Where(ends => !ends.Contains(Outside)).Select(ends => string.Join(' ', ends)).Distinct();

    private IEnumerable<string[]> Arrows => _lines
        .SkipWhile(line => line.Trim() != "stateDiagram-v2")
        .TakeWhile(line => !line.StartsWith(Fence, StringComparison.Ordinal))
        .Where(line => line.Contains("-->", StringComparison.Ordinal))
        .Select(line => line.Split(':')[0].Split("-->").Select(state => state.Trim()).ToArray());

    /// <summary>The first and the last cell of each row of the table of messages.</summary>
    public IReadOnlyList<(string Message, string Folder)> Messages =>
    [
        .. _lines
            .SkipWhile(line => !line.StartsWith("| message |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|'))
            .Select(cells => (cells[0].Trim(' ', '`'), cells[^1].Trim(' ', '`'))),
    ];
}
