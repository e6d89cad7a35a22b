using Microsoft.Extensions.Options;
using SceneGen.Assets.Images;
using SceneGen.Messaging;

namespace SceneGen.Assets.Storing;

internal sealed class StoreSceneDefinition : CommandDefinition<StoreSceneConsumer>
{
    // What is passed through waits for the network alone.
    private const int PassedThroughAtOnce = 32;

    public StoreSceneDefinition(IOptions<ImageOptions> options)
        : base(Queues.StoreSceneName)
        // Else each runs vips; more of them than cores only wait for one another, with their pictures in memory.
        => ConcurrentMessageLimit = options.Value.Processing is ImageProcessing.Passthrough
            ? PassedThroughAtOnce
            : Math.Max(2, Environment.ProcessorCount);
}
