using System.Globalization;
using SceneGen.Scenes;
using SceneGen.Scenes.Limits;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>Which scenes a list shows. All of it is text, so that whatever is wrong can be named.</summary>
internal sealed record SceneQuery(
    string? SessionId, string? Status, string? Theme, string? AvatarId, string? Limit, string? Cursor)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    public int PageSize => Limit is null ? DefaultLimit : Number(Limit) ?? DefaultLimit;

    private string[] Statuses => Status?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    public Dictionary<string, string> Errors()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Limit is not null && Number(Limit) is not (>= 1 and <= MostLimit))
        {
            errors["limit"] = $"send a whole number from 1 to {MostLimit}.";
        }

        if (SessionId is not null && !SceneLimits.IsSessionId(SessionId))
        {
            errors["sessionId"] = $"send a session's id, 1 to {SceneLimits.SessionId} visible characters.";
        }

        if (Statuses.Any(status => SceneStatus.ToState(status) is null))
        {
            errors["status"] = $"there is no such status; send one or more, with commas between, of {string.Join(", ", SceneStatus.All)}.";
        }

        if (Theme is { Length: 0 or > SceneLimits.Theme } || SceneRules.HoldsNul(Theme))
        {
            errors["theme"] = "send a theme's id.";
        }

        if (AvatarId is not null && !Guid.TryParse(AvatarId, out _))
        {
            errors["avatarId"] = "send an avatar's UUID.";
        }

        if (Cursor is not null && SceneCursor.Parse(Cursor) is null)
        {
            errors["cursor"] = "send the value of next from the page before, as it was.";
        }

        return errors;
    }

    public IQueryable<SceneState> Apply(IQueryable<SceneState> scenes)
    {
        scenes = scenes.Where(scene => scene.ErasedAt == null);
        if (SessionId is { } sessionId)
        {
            scenes = scenes.Where(scene => scene.SessionId == sessionId);
        }

        if (Statuses is { Length: > 0 } statuses)
        {
            var states = statuses.Select(SceneStatus.ToState).ToList();
            scenes = scenes.Where(scene => states.Contains(scene.CurrentState));
        }

        if (Theme is { } theme)
        {
            scenes = scenes.Where(scene => scene.Theme == theme);
        }

        if (AvatarId is { } text)
        {
            var avatarId = Guid.Parse(text);
            scenes = scenes.Where(scene => scene.AvatarId == avatarId);
        }

        return Cursor is { } place && SceneCursor.Parse(place) is { } cursor ? cursor.Apply(scenes) : scenes;
    }

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
