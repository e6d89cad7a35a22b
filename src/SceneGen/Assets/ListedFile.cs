namespace SceneGen.Assets;

/// <summary>A file that is in the store, whether or not anything names it.</summary>
public sealed record ListedFile(string Sha256, string Extension, long Bytes, DateTimeOffset StoredAt);
