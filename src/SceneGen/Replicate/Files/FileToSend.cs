namespace SceneGen.Replicate.Files;

/// <summary>A file of this machine for the provider.</summary>
public sealed record FileToSend(string Path, string Name, string ContentType);
