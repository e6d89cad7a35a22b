namespace SceneGen.Web.Scenes.Timeline;

/// <summary>Which entries a page shows.</summary>
internal sealed record TimelineQuery(int? After, int? Limit)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    public int Start => After ?? 0;

    public int PageSize => Limit ?? DefaultLimit;

    public Dictionary<string, string> Errors()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (After is < 0)
        {
            errors["after"] = "send the value of next from the page before, or nothing.";
        }

        if (Limit is < 1 or > MostLimit)
        {
            errors["limit"] = $"send a whole number from 1 to {MostLimit}.";
        }

        return errors;
    }
}
