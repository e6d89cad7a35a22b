using SceneGen.Messaging;

namespace SceneGen.Callbacks.Telling;

internal sealed class PostCallbackDefinition() : CommandDefinition<PostCallbackConsumer>(Queues.PostCallbackName, AtOnce)
{
    /// <summary>Each may wait 15 seconds for a stranger's server: a few slow ones must not keep the rest.</summary>
    private const int AtOnce = 64;
}
