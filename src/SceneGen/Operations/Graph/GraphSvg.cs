using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace SceneGen.Operations.Graph;

/// <summary>
/// The picture itself. Its own style lets it be read by itself, by day and by night; a page that shows it takes the
/// style out and has the same classes in its own.
/// </summary>
internal static class GraphSvg
{
    private const string Style = """
        :root { color-scheme: light dark; color: #1b2127; --paper: #fff; --box: #f0eee8; --soft: #565f69; --mark: #0b6b5b; --on-mark: #fff; }
        @media (prefers-color-scheme: dark) { :root { color: #eceff1; --paper: #0f1214; --box: #22272c; --soft: #a4aeb7; --mark: #7fdcc6; --on-mark: #06231d; } }
        svg { background: var(--paper); font: 15px system-ui, sans-serif; }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Of the whole service: how many scenes stand where.</summary>
    public static string Draw(SceneGraph graph, IReadOnlyDictionary<string, long> counts)
        => Draw(
            graph,
            "The life of a scene",
            $"The states of all scenes. {string.Join(", ", graph.States.Where(counts.ContainsKey).Select(state => $"{state}: {Number(counts[state])}"))}.",
            state => counts.TryGetValue(state, out var count) ? Number(count) : null,
            []);

    /// <summary>Of one scene: the states it went through, each with the number of its entry into it.</summary>
    public static string Draw(SceneGraph graph, Guid sceneId, IReadOnlyList<string> path)
        => Draw(
            graph,
            $"The way of scene {sceneId}",
            path.Count == 0 ? "Nothing is known of its way." : $"It went {string.Join(", then ", path)}.",
            state => Steps(path, state),
            path);

    private static string Draw(
        SceneGraph graph, string title, string description, Func<string, string?> note, IReadOnlyList<string> path)
    {
        var gone = path.Prepend(SceneGraph.Start).Zip(path).ToHashSet();
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("class", "graph"),
            new XAttribute("viewBox", $"0 0 {GraphLayout.Width} {GraphLayout.Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "graph-title graph-text"),
            new XElement(Svg + "title", new XAttribute("id", "graph-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "graph-text"), description),
            new XElement(Svg + "style", Style),
            new XElement(Svg + "defs", Head("head", "var(--soft)"), Head("head-gone", "var(--mark)")),

            // What was gone lies above what was not.
            graph.Moves.OrderBy(move => gone.Contains((move.From, move.To))).Select(move => Line(move, gone.Contains((move.From, move.To)))),
            graph.States.Select(state => Box(state, note(state), path)));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Line(SceneGraph.Move move, bool isGone) => new(
        Svg + "path",
        new XAttribute("class", isGone ? "move gone" : "move"),
        new XAttribute("d", GraphRoute.Of(move)),
        new XAttribute("fill", "none"),
        new XAttribute("stroke", isGone ? "var(--mark)" : "var(--soft)"),
        new XAttribute("stroke-width", isGone ? "3.5" : "1.3"),
        new XAttribute("stroke-opacity", isGone ? "1" : "0.7"),
        new XAttribute("marker-end", isGone ? "url(#head-gone)" : "url(#head)"),
        new XElement(Svg + "title", $"{move.From} to {move.To}: {string.Join(", ", move.Events)}"));

    private static XElement Box(string state, string? note, IReadOnlyList<string> path)
    {
        var at = GraphLayout.PlaceOf(state);
        if (state == SceneGraph.Start)
        {
            return new XElement(
                Svg + "circle", new XAttribute("cx", at.X), new XAttribute("cy", at.Y), new XAttribute("r", 8), new XAttribute("fill", "currentColor"));
        }

        var (isGone, isHere) = (path.Contains(state), path.Count > 0 && path[^1] == state);
        var ink = isHere ? "var(--on-mark)" : "currentColor";
        return new XElement(
            Svg + "g",
            new XAttribute("class", isHere ? "state here" : isGone ? "state gone" : "state"),
            new XAttribute("data-state", JsonNamingPolicy.CamelCase.ConvertName(state)),
            new XElement(
                Svg + "rect",
                new XAttribute("x", at.X - (GraphLayout.BoxWidth / 2)),
                new XAttribute("y", at.Y - (GraphLayout.BoxHeight / 2)),
                new XAttribute("width", GraphLayout.BoxWidth),
                new XAttribute("height", GraphLayout.BoxHeight),
                new XAttribute("rx", 12),
                new XAttribute("fill", isHere ? "var(--mark)" : "var(--box)"),
                new XAttribute("stroke", isGone ? "var(--mark)" : "var(--soft)"),
                new XAttribute("stroke-width", isGone ? 3 : 1)),
            Text(state, at + (0, note is null ? 5 : -6), ink, "500"),
            note is null ? null : Text(note, at + (0, 17), ink, "700"));
    }

    private static XElement Text(string text, GraphPoint at, string ink, string weight) => new(
        Svg + "text",
        new XAttribute("x", at.X),
        new XAttribute("y", at.Y),
        new XAttribute("text-anchor", "middle"),
        new XAttribute("font-size", 15),
        new XAttribute("font-weight", weight),
        new XAttribute("fill", ink),
        text);

    private static XElement Head(string id, string colour) => new(
        Svg + "marker",
        new XAttribute("id", id),
        new XAttribute("viewBox", "0 0 10 10"),
        new XAttribute("refX", 5),
        new XAttribute("refY", 5),
        new XAttribute("markerUnits", "userSpaceOnUse"),
        new XAttribute("markerWidth", 10),
        new XAttribute("markerHeight", 10),
        new XAttribute("orient", "auto"),
        new XElement(Svg + "path", new XAttribute("d", "M 0 0 L 10 5 L 0 10 z"), new XAttribute("fill", colour)));

    private static string? Steps(IReadOnlyList<string> path, string state)
    {
        var steps = path.Index().Where(step => step.Item == state).Select(step => Number(step.Index + 1)).ToList();
        return steps.Count == 0 ? null : string.Join(", ", steps.Count > 4 ? [.. steps[..2], "…", steps[^1]] : steps);
    }

    private static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
