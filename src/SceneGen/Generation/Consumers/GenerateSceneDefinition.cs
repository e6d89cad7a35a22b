using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class GenerateSceneDefinition() : CommandDefinition<GenerateSceneConsumer>(Queues.GenerateSceneName);
