using SceneGen.Callbacks.Telling;

namespace SceneGen.Operations.Callbacks;

/// <summary>Which callbacks; null for any.</summary>
internal sealed record CallbackChoice
{
    public Guid? Id { get; init; }

    public CallbackState? State { get; init; }

    public Guid? SceneId { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }
}
