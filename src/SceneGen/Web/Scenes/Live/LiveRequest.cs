using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SceneGen.Scenes;
using SceneGen.Scenes.Live;

namespace SceneGen.Web.Scenes.Live;

/// <summary>What somebody who watches a scene says, and what serves them.</summary>
internal sealed record LiveRequest(
    [FromHeader(Name = "Last-Event-ID")] string? LastEventId,
    [FromQuery(Name = "lastEventId")] string? LastEventIdOfQuery,
    SceneReader Reader,
    SceneChanges Changes,
    SceneLookout Lookout,
    SceneStream Stream,
    WatcherSeats Seats)
{
    /// <summary>The newest entry that is known already; null where none is named, or one that the scene does not have.</summary>
    public int? KnownOf(SceneState scene)
        => int.TryParse(LastEventId ?? LastEventIdOfQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && sequence <= scene.TimelineSequence
            ? sequence
            : null;
}
