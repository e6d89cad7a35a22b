using MassTransit;

namespace SceneGen.Simulator.Avatars.Rollbacks;

/// <summary>A queue of the upstream's own, apart from the scene service's.</summary>
internal sealed class AvatarRollbackConsumerDefinition : ConsumerDefinition<AvatarRollbackConsumer>
{
    public AvatarRollbackConsumerDefinition()
    {
        EndpointName = "simulated-avatar-service";
    }
}
