using SceneGen.Scenes;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>A scene as callers see it.</summary>
internal sealed record SceneResource
{
    public required Guid Id { get; init; }

    public required string SessionId { get; init; }

    public required Guid AvatarId { get; init; }

    public required string AvatarUrl { get; init; }

    public required string? Theme { get; init; }

    public required string Status { get; init; }

    public required SceneStep Step { get; init; }

    public required SceneImageResource? Image { get; init; }

    public required SceneFailure? Failure { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static SceneResource Of(
        SceneState scene, SceneStep step, SceneLinks links, TimeSpan retention, Language language)
        => new()
        {
            Id = scene.CorrelationId,
            SessionId = scene.SessionId,
            AvatarId = scene.AvatarId,
            AvatarUrl = scene.AvatarUrl,
            Theme = scene.Theme,
            Status = SceneStatus.OfState(scene.CurrentState),
            Step = step,
            Image = scene.ImageSha256 is { } sha256 ? ImageOf(scene, sha256, links, retention) : null,
            Failure = scene.FailureCode is { } code ? SceneFailure.Of(scene, code, language) : null,
            CreatedAt = scene.CreatedAt,
            UpdatedAt = scene.UpdatedAt,
        };

    private static SceneImageResource ImageOf(
        SceneState scene, string sha256, SceneLinks links, TimeSpan retention)
        => new()
        {
            Url = links.Picture(sha256, scene.ImageContentType!),
            ThumbnailUrl = links.Picture(scene.ThumbnailSha256!, scene.ThumbnailContentType ?? scene.ImageContentType!),
            Width = scene.ImageWidth!.Value,
            Height = scene.ImageHeight!.Value,
            ContentType = scene.ImageContentType!,
            Bytes = scene.ImageBytes!.Value,
            Sha256 = sha256,
            Blurhash = scene.Blurhash,
            ExpiresAt = (scene.ReadyAt ?? scene.UpdatedAt) + retention,
        };
}
