using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class CheckGenerationDefinition()
    : CommandDefinition<CheckGenerationConsumer>(Queues.CheckGenerationName, AtOnce)
{
    /// <summary>Checks of one moment share a read, and wait for it.</summary>
    public const int AtOnce = 128;
}
