namespace SceneGen.Scenes.Quotas;

/// <summary>Whose quotas a scene falls under, and how large they are; 0 for one that is off.</summary>
internal sealed record QuotaClaim
{
    /// <summary>The API key's name; null where a session asks for itself.</summary>
    public string? Key { get; init; }

    public required string SessionId { get; init; }

    public int RunningScenes { get; init; }

    public decimal CostPerDay { get; init; }

    /// <summary>What a picture is expected to cost that has no price yet, in US dollars.</summary>
    public decimal Price { get; init; }
}
