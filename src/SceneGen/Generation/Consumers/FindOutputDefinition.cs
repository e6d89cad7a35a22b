using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class FindOutputDefinition() : CommandDefinition<FindOutputConsumer>(Queues.FindOutputName);
