namespace SceneGen.Access.Keys;

/// <summary>Section <c>Auth</c>: keys that are known without the database.</summary>
public sealed class AuthOptions
{
    /// <summary>The keys, each with <c>Name</c>, <c>Sha256</c> (of the key, 64 hexadecimal digits) and <c>Scopes</c> (<c>scenes</c>, <c>ops</c>). Default empty.</summary>
    public IReadOnlyList<ConfiguredKey> Keys { get; internal set; } = [];
}
