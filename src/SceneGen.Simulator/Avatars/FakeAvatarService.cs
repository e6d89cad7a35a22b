using System.Collections.Concurrent;
using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars;

/// <summary>The upstream service's avatars, and what became of them.</summary>
internal sealed class FakeAvatarService(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, AvatarEntry> _avatars = new();

    public IEnumerable<AvatarEntry> All()
    {
        return _avatars.Values.OrderBy(avatar => avatar.AvatarId);
    }

    public AvatarEntry? Find(Guid avatarId)
    {
        return _avatars.GetValueOrDefault(avatarId);
    }

    public AvatarEntry Create(Sample sample, CreateAvatar request)
    {
        var avatar = new AvatarEntry
        {
            AvatarId = Guid.CreateVersion7(time.GetUtcNow()),
            Name = request.Name ?? sample.Name,
            Sample = sample.Id,
            SessionId = request.SessionId!,
            SceneId = request.SceneId,
        };
        _avatars[avatar.AvatarId] = avatar;
        return avatar;
    }

    /// <summary>Counts every request; the avatar itself is rolled back by the first alone.</summary>
    public AvatarEntry AskForRollback(AvatarRollbackRequested request)
    {
        return _avatars.AddOrUpdate(
            request.AvatarId,
            id => Unknown(id, request).WithRollbackRequest(request.SceneId, isHonoured: true),
            (_, avatar) => avatar.WithRollbackRequest(request.SceneId, IsHonoured(avatar)));
    }

    private static bool IsHonoured(AvatarEntry avatar)
    {
        return !RollbackManners.Refuses(avatar.Name) && !RollbackManners.Ignores(avatar.Name);
    }

    private static AvatarEntry Unknown(Guid avatarId, AvatarRollbackRequested request)
    {
        return new AvatarEntry { AvatarId = avatarId, Name = null, SessionId = request.SessionId };
    }
}
