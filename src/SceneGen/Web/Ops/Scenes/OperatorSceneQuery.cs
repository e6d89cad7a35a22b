using SceneGen.Scenes;
using SceneGen.Settings;
using SceneGen.Web.Http.Queries;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Scenes;

/// <summary>Which scenes an operator wants to see; erased ones are none of them.</summary>
internal sealed record OperatorSceneQuery(string? State, string? Code, string? OlderThan, string? Limit, string? Cursor)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    public int PageSize => new QueryReader().Number("limit", Limit, 1, MostLimit) ?? DefaultLimit;

    public Dictionary<string, string> Errors()
    {
        var reader = new QueryReader();
        reader.Number("limit", Limit, 1, MostLimit);
        var errors = reader.Errors;
        if (State is not null && SceneStatus.ToState(State) is null)
        {
            errors["state"] = $"there is no such state; send one of {string.Join(", ", SceneStatus.All)}.";
        }

        if (OlderThan is not null && !Duration.TryParse(OlderThan, out _))
        {
            errors["olderThan"] = "send a duration, such as 90s, 15m or 2h.";
        }

        if (Cursor is not null && SceneCursor.Parse(Cursor) is null)
        {
            errors["cursor"] = "send the value of next from the page before, as it was.";
        }

        return errors;
    }

    public IQueryable<SceneState> Apply(IQueryable<SceneState> scenes, DateTimeOffset now)
    {
        scenes = scenes.Where(scene => scene.ErasedAt == null);
        if (State is { } status)
        {
            var state = SceneStatus.ToState(status);
            scenes = scenes.Where(scene => scene.CurrentState == state);
        }

        if (Code is { } code)
        {
            scenes = scenes.Where(scene => scene.FailureCode == code);
        }

        if (OlderThan is { } text && Duration.TryParse(text, out var age))
        {
            // Farther back than there is a time, there is no scene.
            var before = age < now - DateTimeOffset.MinValue ? now - age : DateTimeOffset.MinValue;
            scenes = scenes.Where(scene => scene.UpdatedAt < before);
        }

        return Cursor is { } place && SceneCursor.Parse(place) is { } cursor
            ? cursor.Apply(scenes)
            : scenes;
    }
}
