using SceneGen.Messaging;

namespace SceneGen.Assets.Discarding;

internal sealed class RemoveFileDefinition() : CommandDefinition<RemoveFileConsumer>(Queues.RemoveFileName);
