namespace SceneGen.Scenes.Quotas;

/// <summary>Whose quotas a scene falls under, and how large they are.</summary>
internal sealed record QuotaClaim
{
    /// <summary>The API key's name; null where a session asks for itself.</summary>
    public string? Key { get; init; }

    public required string SessionId { get; init; }

    /// <summary>Of the key and of the session, each for itself.</summary>
    public QuotaLimits Each { get; init; }

    /// <summary>Of all sessions together; none of a key's concern.</summary>
    public QuotaLimits Sessions { get; init; }

    /// <summary>What a picture is expected to cost that has no price yet, in US dollars.</summary>
    public decimal Price { get; init; }
}
