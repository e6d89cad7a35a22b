using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;

namespace SceneGen.Generation.Failures;

/// <summary>How often a model failed a scene in the same way.</summary>
internal sealed class FailureCounts(SceneDbContext database)
{
    /// <summary>Notes how this attempt failed, and counts those of its run and model that failed so.</summary>
    public async Task<int> CountAsync(GenerationIntent intent, FailureSign sign, CancellationToken cancellationToken)
    {
        var ofModel = database.Intents.Where(other => other.SceneId == intent.SceneId
            && other.Run == intent.Run
            && other.Model == intent.Model
            && other.Attempt <= intent.Attempt);
        await ofModel
            .Where(other => other.Attempt == intent.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.FailedBy, sign.Name), cancellationToken);
        return await ofModel.CountAsync(other => other.FailedBy == sign.Name, cancellationToken);
    }
}
