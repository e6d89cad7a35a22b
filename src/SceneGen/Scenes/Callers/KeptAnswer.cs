namespace SceneGen.Scenes.Callers;

/// <summary>What was answered to a request with an idempotency key: written with what the request did.</summary>
public sealed class KeptAnswer
{
    /// <summary>SHA-256 of the caller, the route and the key.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>The place in a batch; 0 for a request of one scene.</summary>
    public int Item { get; set; }

    /// <summary>SHA-256 of what was asked; of the whole batch.</summary>
    public string RequestHash { get; set; } = "";

    public Guid SceneId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The scene as it was first told.</summary>
    public string Body { get; set; } = "";
}
