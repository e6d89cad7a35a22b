using SceneGen.Scenes.Correlation;

namespace SceneGen.Scenes.Quotas;

/// <summary>A row for an API key, a session or all sessions, held while it is decided whether one more scene of it may begin.</summary>
public sealed class QuotaHolder
{
    public string Name { get; set; } = "";

    public int Version { get; set; }

    public DateTimeOffset UsedAt { get; set; }

    /// <summary>Neither this row nor one that counts requests names the session itself.</summary>
    internal static string OfSession(string sessionId) => $"session:{SessionMark.HashOf(sessionId)}";
}
