using System.Collections.Frozen;

namespace SceneGen.Access.Keys;

/// <summary>The keys as they were known at one moment.</summary>
internal sealed record KeyRing(FrozenDictionary<string, KnownKey> ByHash, long ReadAt)
{
    public bool IsEmpty => ByHash.Count == 0;

    /// <summary>
    /// The database could not be read for so long that those of its keys which were revoked may still be here: none of
    /// them opens anything.
    /// </summary>
    public bool IsOutdated { get; init; }

    public static KeyRing Of(IEnumerable<KnownKey> keys, long readAt)
        => new(keys.DistinctBy(key => key.Sha256).ToFrozenDictionary(key => key.Sha256, StringComparer.Ordinal), readAt);

    public KnownKey? FindByHash(string sha256)
        => ByHash.GetValueOrDefault(sha256) is { } key && (!IsOutdated || key.Row is null) ? key : null;

    /// <summary>By its hash: how long a comparison takes says nothing of the key.</summary>
    public KnownKey? Find(string secret) => FindByHash(KeySecret.HashOf(secret));
}
