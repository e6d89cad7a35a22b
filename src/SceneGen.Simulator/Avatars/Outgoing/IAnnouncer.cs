using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars.Outgoing;

/// <summary>How the upstream service says that an avatar was made.</summary>
internal interface IAnnouncer
{
    Task AnnounceAsync(string service, AvatarGenerated avatar, CancellationToken cancellationToken);
}
