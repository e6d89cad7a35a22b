using SceneGen.Callbacks.Telling;

namespace SceneGen.Web.Ops.Callbacks;

/// <summary>A callback as operators see it: neither its address nor what it says.</summary>
internal sealed record CallbackResource
{
    private const string Prefix = "msg_";

    /// <summary>The <c>webhook-id</c> of its posts.</summary>
    public required string Id { get; init; }

    public required Guid SceneId { get; init; }

    public required string Type { get; init; }

    public required CallbackState State { get; init; }

    public required int Tries { get; init; }

    public required string? LastOutcome { get; init; }

    public required DateTimeOffset? LastAt { get; init; }

    public required DateTimeOffset? NextAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static CallbackResource Of(SceneCallback callback) => new()
    {
        Id = IdOf(callback.Id),
        SceneId = callback.SceneId,
        Type = callback.Type,
        State = callback.State,
        Tries = callback.Tries,
        LastOutcome = callback.LastOutcome,
        LastAt = callback.LastAt,
        NextAt = callback.NextAt,
        CreatedAt = callback.CreatedAt,
    };

    public static string IdOf(Guid id) => $"{Prefix}{id:N}";

    public static Guid? Parse(string? id)
        => id?.StartsWith(Prefix, StringComparison.Ordinal) is true && Guid.TryParseExact(id[Prefix.Length..], "N", out var guid)
            ? guid
            : null;
}
