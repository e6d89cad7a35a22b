using SceneGen.Operations.Callbacks;

namespace SceneGen.Web.Ops.Callbacks;

/// <summary>
/// How many callbacks are posted again; with <see cref="More"/> there are others of the filter, for another order with
/// <see cref="Next"/> as its cursor.
/// </summary>
internal sealed record CallbackReplayResult(int Replayed, bool More, string? Next)
{
    public static CallbackReplayResult Of(Replayed replayed)
        => new(replayed.Count, replayed.Last is not null, replayed.Last is { } last ? CallbackResource.IdOf(last) : null);
}
