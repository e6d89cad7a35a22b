using SceneGen.Messaging;

namespace SceneGen.Callbacks;

internal sealed class PostRollbackRequestDefinition()
    : CommandDefinition<PostRollbackRequestConsumer>(Queues.PostRollbackRequestName);
