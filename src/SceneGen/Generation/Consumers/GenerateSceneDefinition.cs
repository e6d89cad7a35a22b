using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class GenerateSceneDefinition()
    : CommandDefinition<GenerateSceneConsumer>(Queues.GenerateSceneName, AtOnce)
{
    /// <summary>Each may wait half a minute for a stranger's server: a few slow ones must not keep the rest.</summary>
    public const int AtOnce = 64;
}
