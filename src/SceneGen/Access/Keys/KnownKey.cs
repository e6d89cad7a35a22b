namespace SceneGen.Access.Keys;

/// <summary>A key that opens something at this moment.</summary>
internal sealed record KnownKey(string Name, string Sha256, IReadOnlyList<string> Scopes)
{
    /// <summary>Null for one of the configuration.</summary>
    public ApiKey? Row { get; init; }

    public static KnownKey Of(ApiKey row) => new(row.Name, row.Sha256, KeyScopes.Split(row.Scopes)) { Row = row };

    public bool Opens(string scope) => Scopes.Contains(scope);
}
