using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Themes;
using SceneGen.Web.Http;

namespace SceneGen.Web;

internal static class ThemeEndpoints
{
    public static void MapThemes(this IEndpointRouteBuilder routes)
    {
        var themes = routes.MapGroup("/api/themes").WithTags("Themes");
        themes.MapGet("", List).WithSummary("Lists the themes");
        themes.MapGet("{id}", Get).WithSummary("Shows a theme");
    }

    private static Ok<IEnumerable<ThemeResource>> List(ThemeLibrary themes)
        => TypedResults.Ok(themes.All.Select(ThemeResource.Of));

    private static Results<Ok<ThemeResource>, ProblemHttpResult> Get(string id, ThemeLibrary themes)
        => themes.Find(id) is { } theme
            ? TypedResults.Ok(ThemeResource.Of(theme))
            : Problems.Of(StatusCodes.Status404NotFound, "theme_unknown", "There is no theme of this id.");
}
