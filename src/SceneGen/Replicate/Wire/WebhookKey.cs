namespace SceneGen.Replicate.Wire;

/// <summary>The secret that the account's webhooks are signed with.</summary>
public sealed record WebhookKey
{
    public required string Key { get; init; }
}
