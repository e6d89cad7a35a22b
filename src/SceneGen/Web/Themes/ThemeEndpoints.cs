using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Replicate.Models;
using SceneGen.Scenes.Links;
using SceneGen.Themes;
using SceneGen.Themes.Previews;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Themes;

internal static class ThemeEndpoints
{
    public static void MapThemes(this IEndpointRouteBuilder routes)
    {
        var themes = routes.MapGroup("/api/themes").WithTags("Themes");
        themes.MapGet("", List).WithSummary("Lists the themes");
        themes.MapGet("{id}", Get).WithSummary("Shows a theme");
        themes.MapPost("{id}/preview", Preview).Accepts<PreviewRequest>("application/json")
            .WithSummary("Shows what a theme would ask of a model, without asking it");
        routes.MapThemePictures();
    }

    private static Ok<IEnumerable<ThemeResource>> List(ThemeLibrary themes, SceneLinks links, HttpContext http)
    {
        var language = AnswerLanguage.Choose(http);
        return TypedResults.Ok(themes.All.Select(theme => ThemeResource.Of(theme, language, links)));
    }

    private static Results<Ok<ThemeResource>, ProblemHttpResult> Get(
        string id, ThemeLibrary themes, SceneLinks links, HttpContext http)
        => themes.Find(id) is { } theme
            ? TypedResults.Ok(ThemeResource.Of(theme, AnswerLanguage.Choose(http), links))
            : NoSuchTheme();

    private static Results<Ok<ThemePreview>, ProblemHttpResult> Preview(
        string id, JsonBody<PreviewRequest> body, ThemeLibrary themes, ModelLibrary models)
    {
        if (themes.Find(id) is not { } theme)
        {
            return NoSuchTheme();
        }

        if (body.Check(asked => Errors(asked, theme, models)) is { } problem)
        {
            return problem;
        }

        var request = body.Value!;
        var label = theme.Labels.Find(known => known.Id == request.Label);
        var model = request.Model is null ? themes.ModelsOf(theme, label)[0] : models.Find(request.Model)!;
        return TypedResults.Ok(ThemePreview.Of(theme, request.Avatar?.ToDescription(), model, request.Seed, label));
    }

    private static Dictionary<string, string> Errors(PreviewRequest request, Theme theme, ModelLibrary models)
    {
        var errors = SceneRules.Errors(request.Avatar, request.Seed);
        if (request.Model is { } model && models.Find(model) is null)
        {
            errors["model"] = $"there is no profile of this model; send one of {string.Join(", ", models.Ids)}.";
        }

        if (request.Label is { } label && !theme.Labels.Exists(known => known.Id == label))
        {
            errors["label"] = "the theme has no such label.";
        }

        return errors;
    }

    private static ProblemHttpResult NoSuchTheme()
        => Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.ThemeUnknown);
}
