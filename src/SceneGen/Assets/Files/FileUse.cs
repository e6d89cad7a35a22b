namespace SceneGen.Assets.Files;

/// <summary>A scene's attempt names a stored file.</summary>
public sealed class FileUse
{
    public Guid SceneId { get; set; }

    public int Run { get; set; }

    public int Attempt { get; set; }

    public string Sha256 { get; set; } = "";

    public DateTimeOffset AddedAt { get; set; }
}
