namespace SceneGen.Assets.Storing;

internal sealed record KeptFile(StoredFile File, string Extension);
