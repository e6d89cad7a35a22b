namespace SceneGen.Replicate.Files;

public sealed record ProviderFileUrls
{
    /// <summary>How the provider's models know the file. Never called by us: only the provider's own word means it.</summary>
    public required string Get { get; init; }
}
