using System.Runtime.InteropServices;

namespace SceneGen.Generation.Traffic.Pacing;

/// <summary>Whose turn is before whose: the one that began to wait first.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ticket(DateTimeOffset Since, Guid SceneId)
{
    public bool IsBefore(Ticket other)
        => Since < other.Since || (Since == other.Since && SceneId.CompareTo(other.SceneId) < 0);
}
