using SceneGen.Messaging;

namespace SceneGen.Assets.Storing;

internal sealed class StoreSceneDefinition : CommandDefinition<StoreSceneConsumer>
{
    public StoreSceneDefinition()
        : base(Queues.StoreSceneName)
        // Each runs vips; more of them than cores only wait for one another, with their pictures in memory.
        => ConcurrentMessageLimit = Math.Max(2, Environment.ProcessorCount);
}
