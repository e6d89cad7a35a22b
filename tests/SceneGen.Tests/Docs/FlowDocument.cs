using SceneGen.Operations.Graph;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Docs;

/// <summary>What <c>docs/flow.md</c> says, as far as code can be held against it.</summary>
internal sealed class FlowDocument
{
    private const string Arrow = " --> ";
    private const string Outside = "[*]";

    private readonly string[] _lines = File.ReadAllLines(Repository.PathOf("docs/flow.md"));

    /// <summary>The states at either end of the state diagrams' arrows.</summary>
    public IReadOnlySet<string> States => Arrows.SelectMany(ends => ends).Where(state => state != Outside).ToHashSet(StringComparer.Ordinal);

    /// <summary>From which state to which; what comes from outside comes from the machine's first state.</summary>
    public IEnumerable<string> Moves => Arrows
        .Where(ends => ends[^1] != Outside)
        .Select(ends => string.Join(' ', ends).Replace(Outside, SceneGraph.Start, StringComparison.Ordinal));

    /// <summary>The states that lead to the outside.</summary>
    public IEnumerable<string> Ends => Arrows.Where(ends => ends[^1] == Outside).Select(ends => ends[0]);

    private IEnumerable<string[]> Arrows => _lines
        .Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line.Contains(Arrow, StringComparison.Ordinal))
        .Select(line => line.Split(':')[0].Split(Arrow).Select(state => state.Trim()).ToArray());

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
