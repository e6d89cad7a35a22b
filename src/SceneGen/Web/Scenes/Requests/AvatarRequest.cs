using SceneGen.Contracts;

namespace SceneGen.Web.Scenes.Requests;

/// <summary>What a caller says of the avatar.</summary>
internal sealed record AvatarRequest
{
    public AvatarKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public AvatarDescription ToDescription() => new()
    {
        Kind = Kind!.Value,
        Name = Name,
        Description = Description,
    };
}
