using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data.Erasing;

/// <summary>Removes what tells of deleted scenes beside their rows. It may be done again, and then finds nothing.</summary>
internal sealed class TraceEraser(SceneDbContext database, TimeProvider time)
{
    /// <summary>A prediction that was not found by then has long ended, and there is nothing to cancel.</summary>
    private static readonly TimeSpan LongestSearch = TimeSpan.FromDays(1);

    public async Task EraseAsync(IReadOnlyCollection<Guid> scenes, CancellationToken cancellationToken)
    {
        await EraseIntentsAsync(scenes, cancellationToken);
        await database.Callbacks.Where(callback => scenes.Contains(callback.SceneId)).ExecuteDeleteAsync(cancellationToken);
        await database.Timeline.Where(entry => scenes.Contains(entry.SceneId)).ExecuteDeleteAsync(cancellationToken);

        // The key stays, so that the same request still makes no second scene; what it says of the avatar goes.
        await database.KeptAnswers
            .Where(answer => scenes.Contains(answer.SceneId) && answer.Body != "")
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Body, ""), cancellationToken);
    }

    /// <summary>
    /// What was asked of the provider without an answer is still looked for, by its input, and goes when that is settled.
    /// </summary>
    private async Task EraseIntentsAsync(IReadOnlyCollection<Guid> scenes, CancellationToken cancellationToken)
    {
        var given = time.GetUtcNow() - LongestSearch;
        var intents = database.Intents.Where(intent => scenes.Contains(intent.SceneId));
        await intents
            .Where(intent => intent.PredictionId != null || intent.AskedAt < given)
            .ExecuteDeleteAsync(cancellationToken);
        await intents
            .Where(intent => intent.Prompt != "")
            .ExecuteUpdateAsync(set => set.SetProperty(intent => intent.Prompt, ""), cancellationToken);
    }
}
