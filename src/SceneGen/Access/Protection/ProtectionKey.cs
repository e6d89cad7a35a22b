namespace SceneGen.Access.Protection;

/// <summary>A key that sessions are signed with, as ASP.NET writes it.</summary>
public sealed class ProtectionKey
{
    /// <summary>Counts up. Of two that are made at once by two instances the second is not kept: both sign with the first.</summary>
    public int Number { get; set; }

    public string Xml { get; set; } = "";

    public DateTimeOffset AddedAt { get; set; }
}
