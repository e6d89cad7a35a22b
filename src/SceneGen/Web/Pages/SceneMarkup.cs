using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Pages;

/// <summary>Scenes as HTML that needs no script.</summary>
internal static class SceneMarkup
{
    public static readonly Markup Refresh = Markup.Of($"""<noscript><meta http-equiv="refresh" content="5"></noscript>""");

    public static Markup List(SceneList page, IReadOnlyDictionary<string, string> words, Func<string?, string, string> nameOf)
    {
        var tiles = Markup.Join(page.Items.Select(scene => Tile(scene, words, nameOf)));
        var more = page.Next is { } next
            ? Markup.Of($"""<p><a class="button" href="?cursor={next}">{words["more"]}</a></p>""")
            : Markup.Empty;
        return page.Items.Count == 0
            ? Markup.Empty
            : Markup.Of($"""<section class="read"><h2>{words["yours"]}</h2><ul class="gallery">{tiles}</ul>{more}</section>""");
    }

    public static Markup Scene(
        SceneResource scene, bool isUnderWay, IReadOnlyDictionary<string, string> words, Func<string?, string, string> nameOf)
    {
        var theme = nameOf(scene.Theme, words["noTheme"]);
        var (title, reason) = scene.Failure is { } failure
            ? (failure.Title, Markup.Of($"<p>{failure.Message}</p><p>{failure.Next}</p>"))
            : (scene.Step.Text, Markup.Empty);
        var progress = isUnderWay
            ? Markup.Of($"""<progress max="100" value="{scene.Step.Percent}">{scene.Step.Percent} %</progress>""")
            : Markup.Empty;
        return Markup.Of($"""
            <section class="read">{PictureOf(scene, words, theme)}<h1>{title}</h1><p class="lead">{theme}</p>{progress}{reason}
            <p class="actions"><a class="button" href="../">{words["yours"]}</a></p></section>
            """);
    }

    public static Markup Sentence(string sentence, IReadOnlyDictionary<string, string> words)
        => Markup.Of($"""<section class="read"><h1>{sentence}</h1><p class="actions"><a class="button" href="../">{words["yours"]}</a></p></section>""");

    private static Markup PictureOf(SceneResource scene, IReadOnlyDictionary<string, string> words, string theme)
        => scene.Image is { } image
            ? Markup.Of($"""<p><a href="{image.Url}"><img src="{image.Url}" alt="{AltOf(words, theme)}" width="{image.Width}" height="{image.Height}"></a></p>""")
            : Markup.Empty;

    private static Markup Tile(
        SceneResource scene, IReadOnlyDictionary<string, string> words, Func<string?, string, string> nameOf)
    {
        var theme = nameOf(scene.Theme, words["noTheme"]);
        var face = scene.Image is { } image
            ? Markup.Of($"""<img class="picture" src="{image.ThumbnailUrl}" alt="" loading="lazy">""")
            : Markup.Empty;
        return Markup.Of($"""<li><a href="scenes/{scene.Id}"><span class="thumb">{face}</span><span class="words"><span class="name">{theme}</span> <span class="soft">{scene.Step.Text}</span></span></a></li>""");
    }

    private static string AltOf(IReadOnlyDictionary<string, string> words, string theme)
        => words["pictureAlt"].Replace("{theme}", theme, StringComparison.Ordinal);
}
