namespace SceneGen.Assets.Storing;

internal sealed record KeptPart(StoredFile File, string Extension);
