namespace SceneGen.Assets.Messages;

/// <summary>Command: fetch this attempt's picture, make it 1920x1080 and keep it.</summary>
public sealed record StoreScene
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    /// <summary>Whoever knows this URL may fetch the picture: never logged or shown.</summary>
    public required string OutputUrl { get; init; }

    /// <summary>When the provider removes it; null where it is not known.</summary>
    public DateTimeOffset? OutputExpiresAt { get; init; }

    /// <summary>Where the theme places the avatar; a crop keeps it. Null: the middle.</summary>
    public FrameBox? AvatarBox { get; init; }

    /// <summary>The avatar's dominant colours as <c>#rrggbb</c>, the most frequent first; empty where they are not known.</summary>
    public IReadOnlyList<string> AvatarColours { get; init; } = [];

    /// <summary>What the theme asks for at least; null: the setting's.</summary>
    public double? MinSharpness { get; init; }

    /// <summary>What the theme asks for at least; null: the setting's.</summary>
    public double? MinAvatarScore { get; init; }

    /// <summary>The scene has had its one attempt for the sake of quality, or has none left: no measure may refuse.</summary>
    public bool TakesAnyQuality { get; init; }

    /// <summary>How long the provider took; handed on to whoever adds up.</summary>
    public TimeSpan? PaintedFor { get; init; }

    /// <summary>It went out before: the step may be done.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>The scene is ready, and its file was lost: however often it comes, there is something to do.</summary>
    public bool IsRestoring { get; init; }
}
