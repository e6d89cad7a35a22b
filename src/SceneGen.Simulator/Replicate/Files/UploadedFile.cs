using System.Text.Json.Nodes;

namespace SceneGen.Simulator.Replicate.Files;

/// <summary>A file that a caller keeps with the provider for a day.</summary>
internal sealed record UploadedFile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required JsonObject Metadata { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where its bytes are on this machine.</summary>
    public required string Path { get; init; }
}
