namespace SceneGen.Simulator.Replicate.Webhooks;

internal enum WebhookAnswer
{
    Taken,

    /// <summary>By an error or not at all: worth another try.</summary>
    Refused,

    /// <summary>By a redirect, which is not followed and no error either.</summary>
    Ignored,
}
