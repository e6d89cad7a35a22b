using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Options;

namespace SceneGen.Operations.Overview;

/// <summary>
/// A step is stuck when its command has gone out twice and still nothing came of it; a painting when half of the
/// deadline is over. A scene at a closed gate is one of them: it waits, and somebody should know.
/// </summary>
internal sealed class StuckSceneFinder(
    SceneDbContext database, IOptions<StepOptions> steps, IOptions<SceneOptions> scenes, TimeProvider time)
{
    private const int MostNamed = 5;

    public async Task<StuckScenes> FindAsync(CancellationToken cancellationToken)
    {
        var stuck = Stuck();
        var count = await stuck.CountAsync(cancellationToken);
        if (count == 0)
        {
            return new StuckScenes(0, []);
        }

        var oldest = await stuck.OrderBy(scene => scene.UpdatedAt)
            .Take(MostNamed)
            .Select(scene => new StuckScenes.One(
                scene.CorrelationId, scene.CurrentState, scene.Attempt, scene.UpdatedAt))
            .ToListAsync(cancellationToken);
        return new StuckScenes(
            count, oldest.ConvertAll(one => one with { State = JsonNamingPolicy.CamelCase.ConvertName(one.State) }));
    }

    private IQueryable<SceneState> Stuck()
    {
        // The second command goes out after the step's time, and has twice of it.
        var now = time.GetUtcNow();
        var submitted = now - (3 * steps.Value.Submit);
        var begun = now - (scenes.Value.Deadline / 2);
        var painted = now - (3 * steps.Value.Store);
        return database.Scenes.AsNoTracking().Where(scene =>
            (scene.CurrentState == nameof(SceneStateMachine.Submitting) && scene.UpdatedAt < submitted)
            || (scene.CurrentState == nameof(SceneStateMachine.Generating) && scene.UpdatedAt < begun)
            || (scene.CurrentState == nameof(SceneStateMachine.Storing) && scene.UpdatedAt < painted));
    }
}
