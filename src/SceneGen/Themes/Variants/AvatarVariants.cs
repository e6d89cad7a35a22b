using SceneGen.Contracts;

namespace SceneGen.Themes.Variants;

/// <summary>What is other for a kind of avatar.</summary>
public sealed record AvatarVariants
{
    public ThemeVariant Human { get; init; } = new();

    public ThemeVariant Animal { get; init; } = new();

    public ThemeVariant Robot { get; init; } = new();

    public ThemeVariant Creature { get; init; } = new();

    public ThemeVariant Object { get; init; } = new();

    public ThemeVariant? For(AvatarKind? kind) => kind switch
    {
        AvatarKind.Human => Human,
        AvatarKind.Animal => Animal,
        AvatarKind.Robot => Robot,
        AvatarKind.Creature => Creature,
        AvatarKind.Object => Object,
        _ => null,
    };
}
