namespace SceneGen.Scenes.Quotas;

/// <summary>A row for an API key, a session or all sessions, held while it is decided whether one more scene of it may begin.</summary>
public sealed class QuotaHolder
{
    public string Name { get; set; } = "";

    public int Version { get; set; }

    public DateTimeOffset UsedAt { get; set; }
}
