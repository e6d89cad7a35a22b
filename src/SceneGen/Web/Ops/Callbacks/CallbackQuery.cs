using System.Text.Json;
using SceneGen.Callbacks.Telling;
using SceneGen.Operations.Callbacks;

namespace SceneGen.Web.Ops.Callbacks;

/// <summary>Which callbacks a page shows.</summary>
internal sealed record CallbackQuery(string? State, Guid? SceneId, string? Cursor, int? Limit)
{
    public const string WrongCursor = "send the value of next from the answer before, as it was.";

    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    private static readonly Dictionary<string, CallbackState> States =
        Enum.GetValues<CallbackState>().ToDictionary(state => JsonNamingPolicy.CamelCase.ConvertName($"{state}"));

    public int PageSize => Limit ?? DefaultLimit;

    public CallbackChoice Choice => new()
    {
        State = State is null ? null : States[State],
        SceneId = SceneId,
    };

    public Dictionary<string, string> Errors()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (State is not null && !States.ContainsKey(State))
        {
            errors["state"] = $"there is no such state; send one of {string.Join(", ", States.Keys)}.";
        }

        if (Cursor is not null && CallbackResource.Parse(Cursor) is null)
        {
            errors["cursor"] = WrongCursor;
        }

        if (Limit is < 1 or > MostLimit)
        {
            errors["limit"] = $"send a whole number from 1 to {MostLimit}.";
        }

        return errors;
    }
}
