using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Timeline;

/// <summary>Reads a scene's timeline page by page.</summary>
internal sealed class TimelineReader(SceneDbContext database)
{
    public Task<TimelinePage<T>> ReadAsync<T>(
        Guid sceneId, TimelinePlace place, Func<SceneTimelineEntry, T> toItem, CancellationToken cancellationToken)
        => PageAsync(EntriesOf(sceneId), place, toItem, cancellationToken);

    /// <summary>Only what is told to users.</summary>
    public Task<TimelinePage<T>> ReadToldAsync<T>(
        Guid sceneId, TimelinePlace place, Func<SceneTimelineEntry, T> toItem, CancellationToken cancellationToken)
        => PageAsync(EntriesOf(sceneId).WhereTold(), place, toItem, cancellationToken);

    private IQueryable<SceneTimelineEntry> EntriesOf(Guid sceneId)
        => database.Timeline.AsNoTracking().Where(entry => entry.SceneId == sceneId);

    private static async Task<TimelinePage<T>> PageAsync<T>(
        IQueryable<SceneTimelineEntry> entries,
        TimelinePlace place,
        Func<SceneTimelineEntry, T> toItem,
        CancellationToken cancellationToken)
    {
        // One more than the page shows tells whether another page follows.
        var start = place.Start;
        var found = await entries
            .Where(entry => entry.Sequence > start)
            .OrderBy(entry => entry.Sequence)
            .Take(place.PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(place.PageSize).ToList();
        int? next = found.Count > page.Count ? page[^1].Sequence : null;
        return new TimelinePage<T>(page.ConvertAll(entry => toItem(entry)), next);
    }
}
