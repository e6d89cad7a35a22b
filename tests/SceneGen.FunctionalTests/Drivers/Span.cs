namespace SceneGen.FunctionalTests.Drivers;

/// <summary>One step of a trace, as a collector received it. The root has no parent.</summary>
public sealed record Span(
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> LinkedTraces);
