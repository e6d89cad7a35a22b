using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Messages;

namespace SceneGen.Access.Sessions;

/// <summary>
/// Erases what is left of sessions, by the scenes themselves, as when their users delete them: a running scene is
/// canceled first, and one whose avatar is being rolled back waits for the answer. Several instances at it do no harm.
/// </summary>
internal sealed partial class ErasurePass(SceneDbContext database, SceneIntake intake, ILogger<ErasurePass> logger)
{
    private const int Share = 50;
    private const int PageSize = 200;

    /// <summary>How far the pass has come with each session: nothing is met twice in a pass, so that it ends.</summary>
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>
    /// Until nothing is found that was not met. Each session has its share of every round, however many scenes others have.
    /// </summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        _places.Clear();
        while (await RoundAsync(cancellationToken))
        {
            // The next shares.
        }
    }

    private async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        var (found, last) = (false, "");
        while (true)
        {
            var page = await database.WithRemains()
                .AsNoTracking()
                .Where(erasure => string.Compare(erasure.Sha256, last) > 0)
                .Where(erasure => erasure.SessionId != null)
                .OrderBy(erasure => erasure.Sha256)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            foreach (var erasure in page)
            {
                found |= await EraseSomeAsync(erasure, cancellationToken);
            }

            if (page.Count < PageSize)
            {
                return found;
            }

            last = page[^1].Sha256;
        }
    }

    private async Task<bool> EraseSomeAsync(SessionErasure erasure, CancellationToken cancellationToken)
    {
        var place = _places.GetValueOrDefault(erasure.Sha256, Place.Beginning);
        var (sessionId, number, at, id) = (erasure.SessionId!, erasure.Number, place.CreatedAt, place.Id);
        var scenes = await database.RemainsOf(sessionId, number)
            .AsNoTracking()
            .Where(scene => scene.CreatedAt >= at && (scene.CreatedAt > at || scene.CorrelationId > id))
            .OrderBy(scene => scene.CreatedAt)
            .ThenBy(scene => scene.CorrelationId)
            .Take(Share)
            .Select(scene => new Place(scene.CreatedAt, scene.CorrelationId, SceneStates.Running.Contains(scene.CurrentState)))
            .ToListAsync(cancellationToken);
        foreach (var scene in scenes)
        {
            _places[erasure.Sha256] = scene;
            await EraseAsync(scene, cancellationToken);
        }

        return scenes.Count > 0;
    }

    private async Task EraseAsync(Place scene, CancellationToken cancellationToken)
    {
        try
        {
            if (scene.IsRunning)
            {
                await intake.TakeAsync(new SceneCancelRequested { SceneId = scene.Id }, cancellationToken);
            }

            await intake.TakeAsync(new EraseScene { SceneId = scene.Id }, cancellationToken);
        }
        catch (Exception error) when (!DatabaseFault.IsOne(error) && !cancellationToken.IsCancellationRequested)
        {
            Log.NotErased(logger, scene.Id, error);
        }
    }

    private sealed record Place(DateTimeOffset CreatedAt, Guid Id, bool IsRunning)
    {
        public static readonly Place Beginning = new(DateTimeOffset.UnixEpoch, Guid.Empty, IsRunning: false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}, whose session is erased, could not be erased; it is tried again.")]
        public static partial void NotErased(ILogger logger, Guid sceneId, Exception error);
    }
}
