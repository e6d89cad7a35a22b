using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>Which scenes a list shows.</summary>
internal sealed record SceneQuery(string? SessionId, string? Status, int? Limit, string? Cursor)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    public int PageSize => Limit ?? DefaultLimit;

    public Dictionary<string, string> Errors()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Limit is < 1 or > MostLimit)
        {
            errors["limit"] = $"send a whole number from 1 to {MostLimit}.";
        }

        if (SceneRules.HoldsNul(SessionId))
        {
            errors["sessionId"] = "holds the character U+0000, which no session's id does.";
        }

        if (Status is not null && SceneStatus.ToState(Status) is null)
        {
            errors["status"] = $"there is no such status; send one of {string.Join(", ", SceneStatus.All)}.";
        }

        if (Cursor is not null && SceneCursor.Parse(Cursor) is null)
        {
            errors["cursor"] = "send the value of next from the page before, as it was.";
        }

        return errors;
    }
}
