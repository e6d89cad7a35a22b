namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>A consumer's effect in the database.</summary>
public sealed class Note
{
    public long Id { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Two notes with the same value here cannot both be saved.</summary>
    public string? Unique { get; set; }
}
