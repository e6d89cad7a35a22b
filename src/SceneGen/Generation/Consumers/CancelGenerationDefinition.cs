using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class CancelGenerationDefinition()
    : CommandDefinition<CancelGenerationConsumer>(Queues.CancelGenerationName);
