namespace SceneGen.Assets.Messages;

/// <summary>Command: nothing names this file since the release of this number; remove it unless it was stored again.</summary>
public sealed record RemoveFile
{
    public required string Sha256 { get; init; }

    public required string Extension { get; init; }

    public required int Release { get; init; }
}
