using System.Collections.Concurrent;
using SceneGen.Contracts;
using SceneGen.Simulator.Avatars.Rollbacks;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Avatars;

/// <summary>The upstream service's avatars, and what became of them, in this run and before it.</summary>
internal sealed class FakeAvatarService : IDisposable
{
    public const string Refusal = "The avatar is in use elsewhere.";

    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, AvatarEntry> _avatars = new();
    private readonly Journal<AvatarEntry> _journal;
    private readonly Lock _lock = new();

    public FakeAvatarService(SimulatorFolder folder, TimeProvider time)
    {
        _time = time;
        var (file, type) = (folder.JournalOf("avatars"), JournalJson.Default.AvatarEntry);
        foreach (var avatar in Journal<AvatarEntry>.Read(file, type))
        {
            _avatars[avatar.AvatarId] = avatar;
        }

        _journal = Journal<AvatarEntry>.Begin(file, type, All());
    }

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
        return Save(new AvatarEntry
        {
            AvatarId = Guid.CreateVersion7(_time.GetUtcNow()),
            Name = request.Name ?? sample.Name,
            Sample = sample.Id,
            SessionId = request.SessionId!,
            SceneId = request.SceneId,
        });
    }

    /// <summary>Counts every request; the avatar itself is rolled back once. Returns the answers, in their order.</summary>
    public IReadOnlyList<RollbackOutcome> AskForRollback(AvatarRollbackRequested request)
    {
        lock (_lock)
        {
            var avatar = Find(request.AvatarId) ?? Unknown(request);
            var answers = RollbackManners.AnswersTo(avatar.Name, avatar.RollbackRequests + 1);
            Save(avatar.WithRollbackRequest(request.SceneId, answers.Contains(RollbackOutcome.RolledBack)));
            return answers;
        }
    }

    public void Dispose()
    {
        _journal.Dispose();
    }

    private AvatarEntry Save(AvatarEntry avatar)
    {
        _journal.Append(avatar);
        _avatars[avatar.AvatarId] = avatar;
        return avatar;
    }

    private static AvatarEntry Unknown(AvatarRollbackRequested request)
    {
        return new AvatarEntry { AvatarId = request.AvatarId, Name = null, SessionId = request.SessionId };
    }
}
