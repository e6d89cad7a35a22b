namespace SceneGen.Access.Keys;

/// <summary>An entry of <c>Auth:Keys</c>.</summary>
public sealed record ConfiguredKey
{
    /// <summary>What the audit calls whoever has the key; 1 to 100 letters, digits, <c>-</c>, <c>_</c> or <c>.</c>. There is no default.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of the key as 64 hexadecimal digits. There is no default.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the key is good for: <c>scenes</c>, <c>ops</c> or both. There is no default.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }
}
