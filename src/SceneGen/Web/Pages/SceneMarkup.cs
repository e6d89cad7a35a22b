using System.Globalization;
using SceneGen.Scenes;
using SceneGen.Scenes.Watching;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Pages;

/// <summary>Scenes as HTML that needs no script, in one language.</summary>
internal sealed class SceneMarkup(
    IReadOnlyDictionary<string, string> words, Func<string?, string, string> nameOf, DateTimeOffset now)
{
    // Long enough to have the whole page read out; who does not want to wait has a link.
    public static readonly Markup Refresh = Markup.Of($"""<noscript><meta http-equiv="refresh" content="30"></noscript>""");

    private Markup NeedsScript => Markup.Of($"<p>{words["needsScript"]}</p>");

    /// <summary>The root is the way from the page's address to the service's own.</summary>
    public static Markup Sentence(string sentence, string root, IReadOnlyDictionary<string, string> words)
        => Markup.Of($"""<section class="read"><h1>{sentence}</h1><p class="actions"><a class="button" href="{root}.">{words["yours"]}</a></p></section>""");

    public Markup List(SceneList page)
    {
        var tiles = Markup.Join(page.Items.Select(Tile));
        var more = page.Next is { } next
            ? Markup.Of($"""<p><a class="button" href="?cursor={next}">{words["more"]}</a></p>""")
            : Markup.Empty;
        return page.Items.Count == 0
            ? Markup.Empty
            : Markup.Of($"""<section class="read"><h1>{words["yours"]}</h1><ul class="gallery">{tiles}</ul>{more}</section>""");
    }

    public Markup Scene(SceneResource scene, SceneMark mark)
    {
        var theme = nameOf(scene.Theme, words["noTheme"]);
        var (title, reason) = Said(scene, mark);
        var progress = mark.IsPainted
            ? Markup.Of($"""<progress max="100" value="{scene.Step.Percent}" aria-label="{words["course"]}">{scene.Step.Percent} %</progress>""")
            : Markup.Empty;
        var again = mark.IsOver
            ? Markup.Empty
            : Markup.Of($"""<a class="button" href="{scene.Id}">{words["lookAgain"]}</a> """);
        return Markup.Of($"""
            <section class="read">{PictureOf(scene, theme)}<h1>{title}</h1><p class="lead">{theme}</p>{progress}{reason}
            <p class="actions">{again}<a class="button" href="../.">{words["yours"]}</a></p></section>
            """);
    }

    private (string Title, Markup Reason) Said(SceneResource scene, SceneMark mark) => (mark.State, scene) switch
    {
        (_, { Failure: { } failure }) => (failure.Title, Markup.Of($"<p>{failure.Message}</p><p>{failure.Next}</p>")),
        (_, { Image: { } image }) when IsOver(image) => (words["overTitle"], WhyNoneOf(image)),
        (nameof(SceneStateMachine.AwaitingTheme), _) => (scene.Step.Text, NeedsScript),
        (nameof(SceneStateMachine.Canceled), { Theme: null }) => (words["canceledTitle"], Why("canceledEarly", "canceledNext")),
        (nameof(SceneStateMachine.Canceled), _) => (words["canceledTitle"], Why("canceledReason", "canceledNext")),
        (nameof(SceneStateMachine.Expired), _) => (words["expiredTitle"], Why("expiredReason", "expiredNext")),
        _ => (scene.Step.Text, Markup.Empty),
    };

    private Markup Why(string reason, string next)
        => Markup.Of($"<p>{words[reason]} {words[next]}</p>{NeedsScript}");

    private bool IsOver(SceneImageResource image) => image.ExpiresAt <= now;

    private Markup WhyNoneOf(SceneImageResource image)
    {
        var day = image.ExpiresAt.ToString(words["day"], CultureInfo.InvariantCulture);
        var sentence = words["keptUntil"].Replace("{day}", day, StringComparison.Ordinal);
        return Markup.Of($"<p>{sentence} {words["overNext"]}</p>{NeedsScript}");
    }

    private Markup PictureOf(SceneResource scene, string theme)
        => scene.Image is { } image && !IsOver(image)
            ? Markup.Of($"""<p><a href="{image.Url}"><img src="{image.Url}" alt="{AltOf(theme)}" width="{image.Width}" height="{image.Height}"></a></p>""")
            : Markup.Empty;

    private Markup Tile(SceneResource scene)
    {
        var (theme, isOver) = (nameOf(scene.Theme, words["noTheme"]), scene.Image is { } picture && IsOver(picture));
        var face = scene.Image is { } image && !isOver
            ? Markup.Of($"""<img class="picture" src="{image.ThumbnailUrl}" alt="" loading="lazy">""")
            : Markup.Empty;
        var state = isOver ? words["chipOver"] : scene.Step.Text;
        return Markup.Of($"""<li><a href="scenes/{scene.Id}"><span class="thumb">{face}</span><span class="words"><span class="name">{theme}</span> <span class="soft">{state}</span></span></a></li>""");
    }

    private string AltOf(string theme) => words["pictureAlt"].Replace("{theme}", theme, StringComparison.Ordinal);
}
