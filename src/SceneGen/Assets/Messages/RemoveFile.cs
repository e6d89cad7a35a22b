namespace SceneGen.Assets.Messages;

/// <summary>Command: this file was released then; remove it unless it was stored again since.</summary>
public sealed record RemoveFile
{
    public required string Sha256 { get; init; }

    public required string Extension { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }
}
