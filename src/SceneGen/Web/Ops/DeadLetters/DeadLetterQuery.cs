using SceneGen.Operations.DeadLetters;
using SceneGen.Web.Http.Queries;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>Which dead letters a page shows.</summary>
internal sealed record DeadLetterQuery(
    string? Queue, string? Type, string? Cause, string? From, string? To, string? Limit, string? Cursor)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    public (DeadLetterChoice Choice, int Start, int PageSize, Dictionary<string, string> Errors) Read()
    {
        var reader = new QueryReader();
        var choice = new DeadLetterChoice
        {
            Queue = Queue,
            Type = Type,
            Cause = Cause,
            From = reader.Time("from", From),
            To = reader.Time("to", To),
        };
        var limit = reader.Number("limit", Limit, 1, MostLimit);
        var start = reader.Place("cursor", Cursor, int.MaxValue);
        return (choice, (int)(start ?? 0), limit ?? DefaultLimit, reader.Errors);
    }
}
