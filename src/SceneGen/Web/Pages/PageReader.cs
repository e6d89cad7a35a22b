using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Watching;
using SceneGen.Scenes.Words;
using SceneGen.Themes;
using SceneGen.Themes.Words;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes;

namespace SceneGen.Web.Pages;

/// <summary>
/// The scenes of the browser's session as plain HTML. Who comes without a session reads none here, even one who may see
/// all of them through the API: a page belongs to one person.
/// </summary>
internal sealed class PageReader(SceneReader scenes, ThemeLibrary themes, TimeProvider time)
{
    /// <summary>The ways from the two pages to the service's own address.</summary>
    public const string AtRoot = "";
    public const string BelowRoot = "../";

    private const string PageSize = "24";

    public async Task<Reading> ListAsync(HttpContext http, Language language, string? cursor)
    {
        var words = UiWords.In(language);
        if (CallerSession.Of(http) is not { } session)
        {
            return new Reading(Said(words, Markup.Empty));
        }

        var query = new SceneQuery(session, Status: null, Theme: null, AvatarId: null, PageSize, cursor);
        try
        {
            var page = await scenes.ListAsync(
                query.Errors().Count > 0 ? query with { Cursor = null } : query, http.RequestAborted);
            return new Reading(Said(words, new SceneMarkup(words, NameIn(language), time.GetUtcNow()).List(page)));
        }
        catch (Exception error) when (DatabaseFault.IsOne(error))
        {
            return Unavailable(AtRoot, words);
        }
    }

    public async Task<Reading> ShowAsync(HttpContext http, Language language, Guid id)
    {
        var words = UiWords.In(language);
        if (CallerSession.Of(http) is not { } session)
        {
            return new Reading(Said(words, Markup.Empty));
        }

        try
        {
            var scene = await scenes.FindAsync(id, http.RequestAborted);
            return scene switch
            {
                null => Missing(words["noSuchScene"], StatusCodes.Status404NotFound, words),
                _ when !SessionMark.IsOf(scene, session) => Missing(words["noSuchScene"], StatusCodes.Status404NotFound, words),
                { ErasedAt: not null } => Missing(words["deleted"], StatusCodes.Status410Gone, words),
                _ => Shown(scene, language),
            };
        }
        catch (Exception error) when (DatabaseFault.IsOne(error))
        {
            return Unavailable(BelowRoot, words);
        }
    }

    private Reading Shown(SceneState scene, Language language)
    {
        var mark = SceneMark.Of(scene);
        var markup = new SceneMarkup(UiWords.In(language), NameIn(language), time.GetUtcNow());
        return new Reading(markup.Scene(scenes.ToResource(scene), mark))
        {
            Head = mark.IsPainted ? SceneMarkup.Refresh : Markup.Empty,
        };
    }

    private static Reading Missing(string sentence, int status, IReadOnlyDictionary<string, string> words)
        => new(SceneMarkup.Sentence(sentence, BelowRoot, words)) { Status = status };

    private static Reading Unavailable(string root, IReadOnlyDictionary<string, string> words)
        => new(SceneMarkup.Sentence(words["noAnswer"], root, words)) { Status = StatusCodes.Status503ServiceUnavailable };

    private static Markup Said(IReadOnlyDictionary<string, string> words, Markup list)
        => Markup.Of($"""<p class="notice calm">{words["needsScript"]}</p>{list}""");

    private Func<string?, string, string> NameIn(Language language)
        => (id, none) => id is null ? none : themes.Find(id) is { } theme ? ThemeWords.Of(theme, language).Name : id;
}
