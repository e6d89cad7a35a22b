namespace SceneGen.Assets;

public sealed record StoredFile(string Sha256, long Bytes);
