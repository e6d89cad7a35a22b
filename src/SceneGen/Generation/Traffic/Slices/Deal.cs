using SceneGen.Generation.Gates;

namespace SceneGen.Generation.Traffic.Slices;

/// <summary>What an instance learns when it is dealt its slice.</summary>
internal sealed record Deal(
    ProviderSlice Slice, bool IsAlone, double CreateLimit, DateTimeOffset? CreatesPausedUntil, IReadOnlyList<ProviderGate> Gates);
