using SceneGen.Contracts;
using SceneGen.Themes.Placing;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Files;

/// <summary>What makes a placement or the words of a variant wrong, also where two variants meet.</summary>
internal static class VariantRules
{
    private const int LongestWords = 300;

    public static IEnumerable<(string Path, string Reason)> Faults(Theme theme)
        => Variants(theme)
            .SelectMany(variant => WordFaults(variant.Path, variant.Change))
            .Concat(PlacementFaults("placement", Staging.Of(theme, kind: null, label: null).Placement))
            .Concat(
                from kind in Enum.GetValues<AvatarKind>().Select(kind => (AvatarKind?)kind).Prepend(null)
                from label in theme.Labels.Prepend(null)
                where kind is not null || label is not null
                from fault in PlacementFaults(PathOf(kind), Staging.Of(theme, kind, label).Placement)
                select fault);

    private static IEnumerable<(string Path, ThemeVariant Change)> Variants(Theme theme)
    {
        yield return ("", new ThemeVariant
        {
            Placement = theme.Placement,
            Lighting = theme.Lighting,
            Camera = theme.Camera,
            Mood = theme.Mood,
            Palette = theme.Palette,
            Avoid = theme.Avoid,
        });
        foreach (var kind in Enum.GetValues<AvatarKind>())
        {
            yield return (PathOf(kind), theme.Avatars.For(kind)!);
        }

        foreach (var label in theme.Labels)
        {
            yield return ("labels", label.Change);
        }
    }

    private static string PathOf(AvatarKind? kind)
        => kind is { } known ? $"avatars.{known.ToString().ToLowerInvariant()}" : "labels";

    private static IEnumerable<(string Path, string Reason)> WordFaults(string path, ThemeVariant variant)
    {
        var (ground, light) = (variant.Placement.Ground, variant.Lighting);
        var words = new (string Name, string? Text)[]
        {
            ("placement.pose", variant.Placement.Pose),
            ("placement.ground.surface", ground.Surface),
            ("placement.ground.shadow", ground.Shadow),
            ("placement.ground.inFront", ground.InFront),
            ("lighting.source", light.Source),
            ("lighting.from", light.From),
            ("lighting.onAvatar", light.OnAvatar),
            ("camera", variant.Camera),
            ("mood", variant.Mood),
        };
        var wrong = words.Where(one => one.Text is { Length: 0 or > LongestWords })
            .Select(one => (Inside(path, one.Name), $"{Inside(path, one.Name)} has to be 1 to {LongestWords} characters."));
        var lists = new (string Name, List<string>? Items)[] { ("palette", variant.Palette), ("avoid", variant.Avoid) };
        return wrong
            .Concat(lists
                .Where(list => list.Items?.Exists(item => item is null or { Length: 0 or > 80 }) is true)
                .Select(list => (Inside(path, list.Name), $"{Inside(path, list.Name)}: each has to be 1 to 80 characters.")))
            .Concat(ThemeRules.PromptFaults(Inside(path, "prompt"), variant.Prompt));
    }

    private static IEnumerable<(string Path, string Reason)> PlacementFaults(string path, Placement placement)
    {
        var (box, safe) = (placement.ToBox(), placement.SafeArea!);
        if (placement.Scale is < 0.05 or > 1)
        {
            yield return (path, $"{path}: scale has to be 0.05 to 1 of the frame's height.");
        }
        else if (placement.Width is <= 0 or > 1)
        {
            yield return (path, $"{path}: width has to be above 0 and at most 1 of the frame's.");
        }
        else if (new[] { safe.Left, safe.Top, safe.Right, safe.Bottom }.Any(margin => margin is < 0 or >= 0.5))
        {
            yield return (path, $"{path}: the margins of safeArea have to be 0 to 0.5.");
        }
        else if (box.Left < safe.Left || box.Top < safe.Top
            || box.Left + box.Width > 1 - safe.Right || box.Top + box.Height > 1 - safe.Bottom)
        {
            yield return (
                path,
                $"{path}: the avatar would reach beyond safeArea; it fills {box.Left:0.##} to {box.Left + box.Width:0.##} of "
                + $"the frame's width and {box.Top:0.##} to {box.Top + box.Height:0.##} of its height.");
        }
    }

    private static string Inside(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;
}
