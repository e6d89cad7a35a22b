using System.Collections.Frozen;

namespace SceneGen.Access.Keys;

/// <summary>The keys as they were known at one moment.</summary>
internal sealed class KeyRing(IEnumerable<KnownKey> keys)
{
    private readonly FrozenDictionary<string, KnownKey> _byHash =
        keys.DistinctBy(key => key.Sha256).ToFrozenDictionary(key => key.Sha256, StringComparer.Ordinal);

    public bool IsEmpty => _byHash.Count == 0;

    public KnownKey? FindByHash(string sha256) => _byHash.GetValueOrDefault(sha256);

    /// <summary>By its hash: how long a comparison takes says nothing of the key.</summary>
    public KnownKey? Find(string secret) => FindByHash(KeySecret.HashOf(secret));
}
