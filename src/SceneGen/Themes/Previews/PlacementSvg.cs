using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Previews;

/// <summary>The frame with the avatar's box, the free margins and the point where it meets the ground.</summary>
internal static class PlacementSvg
{
    private const int Width = 1920;
    private const int Height = 1080;

    public static string Of(Staging staging)
    {
        var (box, anchor, safe) = (staging.Box, staging.Placement.Anchor!, staging.Placement.SafeArea!);
        return FormattableString.Invariant(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img">
            <title>Where {staging.Theme.Id} places the avatar</title>
            <rect width="{Width}" height="{Height}" fill="#e8edf2"/>
            <rect x="{safe.Left * Width:0.#}" y="{safe.Top * Height:0.#}" width="{(1 - safe.Left - safe.Right) * Width:0.#}" height="{(1 - safe.Top - safe.Bottom) * Height:0.#}" fill="none" stroke="#8a97a5" stroke-width="4" stroke-dasharray="16 12"/>
            <rect x="{box.Left * Width:0.#}" y="{box.Top * Height:0.#}" width="{box.Width * Width:0.#}" height="{box.Height * Height:0.#}" fill="#3b82c4" fill-opacity="0.35" stroke="#1d5f9c" stroke-width="6"/>
            <line x1="0" x2="{Width}" y1="{anchor.Y * Height:0.#}" y2="{anchor.Y * Height:0.#}" stroke="#6b7684" stroke-width="3"/>
            <circle cx="{anchor.X * Width:0.#}" cy="{anchor.Y * Height:0.#}" r="14" fill="#c43b3b"/>
            </svg>
            """);
    }
}
