using SceneGen.Web.Http.Queries;

namespace SceneGen.Web.Scenes.Timeline;

/// <summary>Which entries a page shows.</summary>
internal sealed record TimelineQuery(string? After, string? Limit)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    /// <summary>Or what is wrong with it.</summary>
    public (TimelinePlace Place, Dictionary<string, string> Errors) Read()
    {
        var reader = new QueryReader();
        var after = reader.Place("after", After, int.MaxValue);
        var limit = reader.Number("limit", Limit, 1, MostLimit);
        return (new TimelinePlace((int)(after ?? 0), limit ?? DefaultLimit), reader.Errors);
    }
}
