using SceneGen.Callbacks.Telling;
using SceneGen.Operations.Callbacks;

namespace SceneGen.Web.Ops.Callbacks;

/// <summary>What a group of callbacks has in common; what is left out may be anything.</summary>
internal sealed record CallbackFilter(CallbackState? State, Guid? SceneId, DateTimeOffset? From, DateTimeOffset? To)
{
    public CallbackChoice ToChoice() => new()
    {
        State = State,
        SceneId = SceneId,
        From = From?.ToUniversalTime(),
        To = To?.ToUniversalTime(),
    };
}
