namespace SceneGen.Web.Scenes.Resources;

/// <summary>Why there is no picture, in the user's words.</summary>
internal sealed record SceneFailure
{
    public required string Code { get; init; }

    public required string Message { get; init; }

    public required bool Retryable { get; init; }

    public required bool AvatarRolledBack { get; init; }
}
