using System.Text.Json.Nodes;

namespace SceneGen.Simulator.Replicate.Files;

/// <summary>The file as the provider's API shows it.</summary>
internal sealed record FileBody
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required IReadOnlyDictionary<string, string> Checksums { get; init; }

    public required JsonObject Metadata { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required IReadOnlyDictionary<string, string> Urls { get; init; }

    public static FileBody Of(UploadedFile file, string urlBase)
    {
        return new FileBody
        {
            Id = file.Id,
            Name = file.Name,
            ContentType = file.ContentType,
            Size = file.Size,
            Checksums = new Dictionary<string, string> { ["sha256"] = file.Sha256 },
            Metadata = file.Metadata.DeepClone().AsObject(),
            CreatedAt = file.CreatedAt,
            ExpiresAt = file.ExpiresAt,
            Urls = new Dictionary<string, string> { ["get"] = $"{urlBase}/replicate/v1/files/{file.Id}" },
        };
    }
}
