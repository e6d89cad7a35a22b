namespace SceneGen.Replicate.Files;

public sealed record ProviderFileUrls
{
    /// <summary>By which the provider's models know the file. We never call it.</summary>
    public required string Get { get; init; }
}
