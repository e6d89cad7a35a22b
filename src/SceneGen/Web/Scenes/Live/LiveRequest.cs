using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SceneGen.Scenes;
using SceneGen.Scenes.Live;
using SceneGen.Web.Scenes.Waiting;

namespace SceneGen.Web.Scenes.Live;

/// <summary>What somebody who watches a scene says, and what serves them.</summary>
internal sealed record LiveRequest(
    [FromHeader(Name = "Last-Event-ID")] string? LastEventId,
    [FromQuery(Name = "lastEventId")] string? LastEventIdOfQuery,
    SceneFinder Scenes,
    SceneChanges Changes,
    SceneLookout Lookout,
    SceneStream Stream,
    WatcherSeats Seats)
{
    /// <summary>Null where there is no such scene.</summary>
    public async Task<Beginning?> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        var scene = await Scenes.FindAsync(id, cancellationToken);
        if (scene is null)
        {
            return null;
        }

        return KnownOf(scene) is { } known && await Lookout.ReadAsync(id, known, cancellationToken) is { } snapshot
            ? new Beginning(snapshot, known)
            : new Beginning(new SceneSnapshot(scene, []), known: null);
    }

    /// <summary>The newest entry that is known already; null where none is named, or one that the scene does not have.</summary>
    private int? KnownOf(SceneState scene)
        => int.TryParse(LastEventId ?? LastEventIdOfQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && sequence <= scene.TimelineSequence
            ? sequence
            : null;
}
