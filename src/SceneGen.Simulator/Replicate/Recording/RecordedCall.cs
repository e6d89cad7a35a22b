using System.Text.Json.Nodes;

namespace SceneGen.Simulator.Replicate.Recording;

/// <summary>One request and its answer; bodies that are no JSON, or not whole, are left out, and the status of an answer that was cut off.</summary>
internal sealed record RecordedCall(string Method, string Path, JsonNode? Request, int? Status, JsonNode? Response);
