using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes.Words;

namespace SceneGen.Scenes.Live;

/// <summary>
/// Reads what those who watch are shown: one statement each time, few of them at once, and no connection between them.
/// </summary>
internal sealed class SceneLookout(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private const int ScenesAtOnce = 500;
    private const int ReadsAtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turns = new(ReadsAtOnce);
    private long _reads;

    /// <summary>How many scenes were read so far.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    /// <summary>Null where there is no such scene.</summary>
    public Task<SceneSnapshot?> ReadAsync(Guid sceneId, int after, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return WithDatabaseAsync<SceneSnapshot?>(
            async (database, stop) =>
            {
                var told = database.Timeline.WhereTold();
                var found = await database.Scenes.AsNoTracking()
                    .Where(scene => scene.CorrelationId == sceneId)
                    .Select(scene => new
                    {
                        Scene = scene,
                        Entries = told
                            .Where(entry => entry.SceneId == scene.CorrelationId && entry.Sequence > after)
                            .OrderBy(entry => entry.Sequence)
                            .ToList(),
                    })
                    .AsSingleQuery()
                    .SingleOrDefaultAsync(stop);
                return found is null ? null : new SceneSnapshot(found.Scene, found.Entries);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<SceneHead>> HeadsAsync(
        IReadOnlyCollection<Guid> scenes, CancellationToken cancellationToken)
    {
        var heads = new List<SceneHead>(scenes.Count);
        foreach (var some in scenes.Chunk(ScenesAtOnce))
        {
            heads.AddRange(await WithDatabaseAsync(
                (database, stop) => database.Scenes.AsNoTracking()
                    .Where(scene => some.Contains(scene.CorrelationId))
                    .Select(scene => new SceneHead(scene.CorrelationId, scene.TimelineSequence, scene.ErasedAt != null))
                    .ToListAsync(stop),
                cancellationToken));
        }

        return heads;
    }

    /// <summary>The number of the newest entry of each scene that its user is told of.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> NewestToldAsync(
        IReadOnlyCollection<Guid> scenes, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<Guid, int>(scenes.Count);
        foreach (var some in scenes.Chunk(ScenesAtOnce))
        {
            var told = await WithDatabaseAsync(
                (database, stop) => database.Timeline.WhereTold()
                    .Where(entry => some.Contains(entry.SceneId))
                    .GroupBy(entry => entry.SceneId)
                    .Select(entries => new { entries.Key, Newest = entries.Max(entry => entry.Sequence) })
                    .ToListAsync(stop),
                cancellationToken);
            told.ForEach(scene => newest[scene.Key] = scene.Newest);
        }

        return newest;
    }

    public void Dispose() => _turns.Dispose();

    private async Task<T> WithDatabaseAsync<T>(
        Func<SceneDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _turns.WaitAsync(either.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await read(scope.ServiceProvider.GetRequiredService<SceneDbContext>(), either.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException over) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody but this reading itself has canceled, so that it is no cancellation to anybody else.
            throw new DatabaseSilence(Patience, over);
        }
    }
}
