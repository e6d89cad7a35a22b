namespace SceneGen.Replicate.Files;

/// <summary>A file that the provider keeps for a while, to be named in a model's input.</summary>
public sealed record ProviderFile
{
    public required string Id { get; init; }

    public required ProviderFileUrls Urls { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
