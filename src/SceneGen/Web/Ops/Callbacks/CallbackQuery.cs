using System.Text.Json;
using SceneGen.Callbacks.Telling;
using SceneGen.Operations.Callbacks;
using SceneGen.Web.Http.Queries;

namespace SceneGen.Web.Ops.Callbacks;

/// <summary>Which callbacks a page shows.</summary>
internal sealed record CallbackQuery(string? State, string? SceneId, string? Cursor, string? Limit)
{
    public const string WrongCursor = "send the value of next from the answer before, as it was.";

    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    private static readonly Dictionary<string, CallbackState> States =
        Enum.GetValues<CallbackState>().ToDictionary(state => JsonNamingPolicy.CamelCase.ConvertName($"{state}"));

    public (CallbackChoice Choice, int PageSize, Dictionary<string, string> Errors) Read()
    {
        var reader = new QueryReader();
        var sceneId = reader.Id("sceneId", SceneId);
        var limit = reader.Number("limit", Limit, 1, MostLimit);
        CallbackState? state = State is not null && States.TryGetValue(State, out var known) ? known : null;
        if (State is not null && state is null)
        {
            reader.Errors["state"] = $"there is no such state; send one of {string.Join(", ", States.Keys)}.";
        }

        if (Cursor is not null && CallbackResource.Parse(Cursor) is null)
        {
            reader.Errors["cursor"] = WrongCursor;
        }

        return (new CallbackChoice { State = state, SceneId = sceneId }, limit ?? DefaultLimit, reader.Errors);
    }
}
