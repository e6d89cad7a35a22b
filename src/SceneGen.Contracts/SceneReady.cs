namespace SceneGen.Contracts;

/// <summary>Event out: the scene's picture is stored and can be shown.</summary>
public sealed record SceneReady
{
    /// <summary>The scene.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>The session it belongs to.</summary>
    public required string SessionId { get; init; }

    /// <summary>The avatar in it.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>The theme's id.</summary>
    public required string Theme { get; init; }

    /// <summary>The picture's URL; absolute when <c>Http:PublicUrl</c> is set.</summary>
    public required string ImageUrl { get; init; }

    /// <summary>The URL of the thumbnail, a WebP, or with <c>Images:Processing</c> = <c>passthrough</c> the picture itself; absolute when <c>Http:PublicUrl</c> is set.</summary>
    public required string ThumbnailUrl { get; init; }

    /// <summary>Pixels; 1920.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels; 1080.</summary>
    public required int Height { get; init; }

    /// <summary>The media type, such as <c>image/jpeg</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The picture's size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The picture's SHA-256, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the picture was stored, UTC.</summary>
    public required DateTimeOffset ReadyAt { get; init; }
}
