using System.Text.Json.Nodes;

namespace SceneGen.Tests.Simulator.Conformance;

/// <summary>One request and its answer; bodies that are no JSON are left out.</summary>
internal sealed record RecordedCall(string Method, string Path, JsonNode? Request, int Status, JsonNode? Response);
