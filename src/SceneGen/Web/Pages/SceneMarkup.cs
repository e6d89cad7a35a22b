using System.Globalization;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Pages;

/// <summary>Scenes as HTML that needs no script, in one language.</summary>
internal sealed class SceneMarkup(
    IReadOnlyDictionary<string, string> words, Func<string?, string, string> nameOf, DateTimeOffset now)
{
    public static readonly Markup Refresh = Markup.Of($"""<noscript><meta http-equiv="refresh" content="5"></noscript>""");

    public static Markup Sentence(string sentence, IReadOnlyDictionary<string, string> words)
        => Markup.Of($"""<section class="read"><h1>{sentence}</h1><p class="actions"><a class="button" href="../">{words["yours"]}</a></p></section>""");

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

    public Markup Scene(SceneResource scene, bool isUnderWay)
    {
        var theme = nameOf(scene.Theme, words["noTheme"]);
        var (title, reason) = scene switch
        {
            { Failure: { } failure } => (failure.Title, Markup.Of($"<p>{failure.Message}</p><p>{failure.Next}</p>")),
            { Image: { } image } when IsOver(image) => (words["overTitle"], WhyNoneOf(image)),
            _ => (scene.Step.Text, Markup.Empty),
        };
        var progress = isUnderWay
            ? Markup.Of($"""<progress max="100" value="{scene.Step.Percent}">{scene.Step.Percent} %</progress>""")
            : Markup.Empty;
        return Markup.Of($"""
            <section class="read">{PictureOf(scene, theme)}<h1>{title}</h1><p class="lead">{theme}</p>{progress}{reason}
            <p class="actions"><a class="button" href="../">{words["yours"]}</a></p></section>
            """);
    }

    private bool IsOver(SceneImageResource image) => image.ExpiresAt <= now;

    private Markup WhyNoneOf(SceneImageResource image)
    {
        var day = image.ExpiresAt.ToString(words["day"], CultureInfo.InvariantCulture);
        var sentence = words["keptUntil"].Replace("{day}", day, StringComparison.Ordinal);
        return Markup.Of($"<p>{sentence} {words["overNext"]}</p><p>{words["needsScript"]}</p>");
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
