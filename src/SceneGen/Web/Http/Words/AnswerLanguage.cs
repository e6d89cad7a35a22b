using Microsoft.Net.Http.Headers;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Http.Words;

/// <summary>The language a caller asks for by <c>Accept-Language</c>; English where none of ours is asked for.</summary>
internal static class AnswerLanguage
{
    private const string English = "en";
    private const string German = "de";

    public static string TagOf(Language language) => language is Language.German ? German : English;

    /// <summary>Chooses, and says so in the answer's headers.</summary>
    public static Language Choose(HttpContext http)
    {
        var language = Of(http.Request.GetTypedHeaders().AcceptLanguage);
        if (!http.Response.HasStarted)
        {
            http.Response.Headers.ContentLanguage = TagOf(language);
            http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        }

        return language;
    }

    public static Language Of(IList<StringWithQualityHeaderValue> wishes)
    {
        var (english, german) = (WeightOf(English, wishes), WeightOf(German, wishes));
        return german > english || (german == english && german > 0 && IsFirst(German, English, wishes))
            ? Language.German
            : Language.English;
    }

    private static double WeightOf(string tag, IList<StringWithQualityHeaderValue> wishes)
        => wishes.Where(wish => IsFor(tag, wish)).Max(wish => (double?)QualityOf(wish))
            ?? wishes.Where(wish => wish.Value == "*").Max(wish => (double?)QualityOf(wish))
            ?? 0;

    private static double QualityOf(StringWithQualityHeaderValue wish) => wish.Quality ?? 1;

    private static bool IsFirst(string tag, string other, IList<StringWithQualityHeaderValue> wishes)
        => wishes.FirstOrDefault(wish => IsFor(tag, wish) || IsFor(other, wish)) is { } first && IsFor(tag, first);

    private static bool IsFor(string tag, StringWithQualityHeaderValue wish)
        => wish.Value.Equals(tag, StringComparison.OrdinalIgnoreCase)
            || wish.Value.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase);
}
