using System.Text.Json.Nodes;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>A webhook as it came over the wire.</summary>
internal sealed record HeardWebhook(string Id, string Timestamp, string Signature, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Status => Json["status"]!.GetValue<string>();
}
