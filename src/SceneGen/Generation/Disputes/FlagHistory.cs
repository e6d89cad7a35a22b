using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;

namespace SceneGen.Generation.Disputes;

/// <summary>What was flagged before, and what was found out about it.</summary>
internal sealed class FlagHistory(SceneDbContext database, TimeProvider time)
{
    private const int Several = 2;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public async Task NoteAsync(DisputedScene scene, CancellationToken cancellationToken)
    {
        var (avatar, prompt, now) = (scene.AvatarHash, scene.PromptHash, time.GetUtcNow());
        var known = database.Flagged.Where(flagged => flagged.AvatarHash == avatar && flagged.PromptHash == prompt);
        if (await known.ExecuteUpdateAsync(set => set.SetProperty(f => f.At, now), cancellationToken) == 0)
        {
            await database.TryAddAsync(
                new FlaggedContent { AvatarHash = avatar, PromptHash = prompt, At = now },
                flagged => flagged.AvatarHash == avatar && flagged.PromptHash == prompt,
                cancellationToken);
        }
    }

    /// <summary>Null when what is known does not tell.</summary>
    public async Task<SceneFault?> BlameAsync(DisputedScene scene, CancellationToken cancellationToken)
    {
        var (avatar, prompt, since) = (scene.AvatarHash, scene.PromptHash, time.GetUtcNow() - Remembered);
        var recent = database.Flagged.Where(flagged => flagged.At >= since);
        var verdict = await database.AvatarVerdicts
            .Where(known => known.AvatarHash == avatar)
            .Select(known => (SceneFault?)known.Fault)
            .SingleOrDefaultAsync(cancellationToken);
        if (verdict is SceneFault.Avatar
            || await recent.CountAsync(flagged => flagged.AvatarHash == avatar, cancellationToken) >= Several)
        {
            return SceneFault.Avatar;
        }

        // An avatar that is flagged wherever it goes says nothing against a prompt.
        var others = recent.Where(flagged => flagged.PromptHash == prompt && !database.AvatarVerdicts.Any(
            known => known.AvatarHash == flagged.AvatarHash && known.Fault == SceneFault.Avatar));
        return await others.CountAsync(cancellationToken) >= Several ? SceneFault.Theme : verdict;
    }

    /// <summary>True for the first to record it.</summary>
    public Task<bool> RecordVerdictAsync(string avatarHash, SceneFault fault, CancellationToken cancellationToken)
        => database.TryAddAsync(
            new AvatarVerdict { AvatarHash = avatarHash, Fault = fault, At = time.GetUtcNow() },
            known => known.AvatarHash == avatarHash,
            cancellationToken);
}
