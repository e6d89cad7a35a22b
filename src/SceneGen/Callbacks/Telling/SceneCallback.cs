namespace SceneGen.Callbacks.Telling;

/// <summary>One event of a scene that is to be posted to the address its caller gave: written with what it tells of.</summary>
public sealed class SceneCallback
{
    /// <summary>The <c>webhook-id</c> of each post: by it the receiver knows one that comes twice. Later ones are higher.</summary>
    public required Guid Id { get; init; }

    public required Guid SceneId { get; init; }

    /// <summary>Such as <c>scene.ready</c>.</summary>
    public required string Type { get; init; }

    /// <summary>JSON, to the byte as it is posted each time.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public CallbackState State { get; set; }

    /// <summary>
    /// Counts all posts, and orders to post again one that waits; who saves second, of two that posted at once, is refused.
    /// </summary>
    public int Tries { get; set; }

    /// <summary>How often in a row it was not taken, since it was begun or replayed.</summary>
    public int Misses { get; set; }

    /// <summary>Of the last post: <c>http_503</c>, <c>timeout</c>, …; see <see cref="PostOutcome.Code"/>.</summary>
    public string? LastOutcome { get; set; }

    public DateTimeOffset? LastAt { get; set; }

    /// <summary>When it is posted next, or late if it is being posted; null where it is not.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>What is to be posted at once.</summary>
    /// <param name="sceneId">Whose event it is.</param>
    /// <param name="message">The event.</param>
    /// <param name="happened">When.</param>
    /// <param name="now">From when it counts.</param>
    internal static SceneCallback Of<TMessage>(Guid sceneId, TMessage message, DateTimeOffset happened, DateTimeOffset now)
        where TMessage : class
        => new()
        {
            Id = Guid.CreateVersion7(now),
            SceneId = sceneId,
            Type = CallbackBody.TypeOf(typeof(TMessage)),
            Body = CallbackBody.Of(message, happened),
            CreatedAt = now,
            NextAt = now,
        };
}
