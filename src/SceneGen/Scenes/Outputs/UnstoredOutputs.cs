using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Scenes.Outputs;

/// <summary>The pictures that are being stored, those first that the provider removes first.</summary>
internal sealed class UnstoredOutputs(SceneDbContext database, TimeProvider time)
{
    /// <summary>What is left of an hour when the operator is told.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<UnstoredOutput>> ListAsync(int count, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var scenes = await Storing()
            .OrderBy(scene => scene.OutputExpiresAt)
            .Take(count)
            .Select(scene => new { scene.CorrelationId, scene.Attempt, scene.StepSends, scene.OutputExpiresAt })
            .ToListAsync(cancellationToken);
        return scenes.ConvertAll(scene => new UnstoredOutput(
            scene.CorrelationId,
            scene.Attempt,
            scene.StepSends,
            scene.OutputExpiresAt!.Value,
            Math.Max(0, (long)(scene.OutputExpiresAt.Value - now).TotalSeconds)));
    }

    public Task<int> CountUrgentAsync(CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow() + Urgent;
        return Storing().CountAsync(scene => scene.OutputExpiresAt <= soon, cancellationToken);
    }

    private IQueryable<SceneState> Storing()
        => database.Scenes.AsNoTracking().Where(scene =>
            scene.CurrentState == nameof(SceneStateMachine.Storing) && scene.OutputExpiresAt != null);
}
