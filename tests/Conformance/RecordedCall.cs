using System.Text.Json.Nodes;

namespace SceneGen.Tests.Conformance;

/// <summary>One request and its answer; bodies that are no JSON are left out, and the status of an answer that was cut off.</summary>
internal sealed record RecordedCall(string Method, string Path, JsonNode? Request, int? Status, JsonNode? Response)
{
    public IEnumerable<string> Faults() => ProviderDocument.Faults(Method, Path, Request, Status, Response);

    public bool Fits(string route) => ProviderDocument.Fits(route, Method, Path);
}
