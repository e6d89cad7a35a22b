namespace SceneGen.Simulator.Replicate.Webhooks;

internal enum WebhookFault
{
    None,

    /// <summary>Nothing is sent.</summary>
    Lost,

    /// <summary>Everything is sent twice.</summary>
    Doubled,

    /// <summary>The creation is not answered before the first webhook is.</summary>
    Early,

    /// <summary>Everything is sent after the rule's delay, or 30 s.</summary>
    Late,

    /// <summary>Signed with another key.</summary>
    Forged,

    /// <summary>What happened before the end is told after it.</summary>
    OutOfOrder,
}
