using MassTransit;
using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars.Outgoing;

/// <summary>To whoever listens.</summary>
internal sealed class BusAnnouncer(IBus bus) : IAnnouncer
{
    public Task AnnounceAsync(string service, AvatarGenerated avatar, CancellationToken cancellationToken)
    {
        return bus.Publish(avatar, cancellationToken);
    }
}
