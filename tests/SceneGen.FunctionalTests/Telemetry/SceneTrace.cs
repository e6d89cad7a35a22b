using SceneGen.FunctionalTests.Drivers;

namespace SceneGen.FunctionalTests.Telemetry;

/// <summary>The spans that a collector has of one scene.</summary>
internal sealed record SceneTrace(IReadOnlyList<Span> Spans)
{
    public Span Root => Assert.Single(Spans, span => span.ParentId.Length == 0);

    /// <summary>Once the scene is said to be ready, and nothing before it is on its way.</summary>
    public static async Task<SceneTrace> OfAsync(Collector collector, Guid scene)
        => await Eventually.IsFoundAsync(
            () =>
            {
                var spans = collector.Spans;
                var ready = spans.FirstOrDefault(span => IsAbout(span, scene) && StateOf(span) == "ready");
                var trace = new SceneTrace([.. spans.Where(span => span.TraceId == ready?.TraceId)]);
                return Task.FromResult(ready is not null && trace.IsOneTree ? trace : null);
            },
            () => "A tree of " + string.Join(", ", collector.Spans.Select(span => $"{span.Name} {span.Id}<{span.ParentId}")),
            seconds: 30);

    public IEnumerable<string> StatesOf(Guid scene)
        => Spans.Where(span => IsAbout(span, scene)).Select(StateOf).OfType<string>().Distinct();

    public int Count(string name) => Spans.Count(span => span.Name == name);

    public bool IsUnder(Span span, string ancestor)
        => Spans.FirstOrDefault(one => one.Id == span.ParentId) is { } parent
            && (parent.Name == ancestor || IsUnder(parent, ancestor));

    /// <summary>One root, and the parent of every other step is there.</summary>
    private bool IsOneTree
        => Spans.Count(span => span.ParentId.Length == 0) == 1
            && Spans.All(span => span.ParentId.Length == 0 || Spans.Any(one => one.Id == span.ParentId));

    private static bool IsAbout(Span span, Guid scene)
        => span.Attributes.GetValueOrDefault("scene.id") == scene.ToString();

    private static string? StateOf(Span span) => span.Attributes.GetValueOrDefault("scene.state");
}
