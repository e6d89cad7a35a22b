using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class CheckGenerationDefinition()
    : CommandDefinition<CheckGenerationConsumer>(Queues.CheckGenerationName);
