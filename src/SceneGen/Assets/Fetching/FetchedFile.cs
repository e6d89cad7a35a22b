namespace SceneGen.Assets.Fetching;

public sealed record FetchedFile(string Path, long Bytes);
