using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Themes;
using SceneGen.Themes.Life;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Queries;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Themes;

/// <summary>How the themes do, label by label, and what made a scene what it is.</summary>
internal static class ThemeOpsEndpoints
{
    private const int MostDays = 400;
    private const int UsualDays = 30;

    public static void MapThemeOps(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/ops/themes", ReportAsync);
        routes.MapGet("/api/ops/scenes/{id:guid}/recipe", ShowRecipeAsync);
    }

    private static async Task<Results<Ok<ThemesReport>, ProblemHttpResult>> ReportAsync(
        string? days,
        SceneDbContext database,
        ThemeLibrary themes,
        ThemeWatch watch,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        var length = query.Number("days", days, 1, MostDays) ?? UsualDays;
        if (query.Errors.Count > 0)
        {
            return Problems.Invalid(query.Errors);
        }

        var since = time.GetUtcNow() - TimeSpan.FromDays(length);
        return TypedResults.Ok(new ThemesReport(
            [
                .. themes.All.Select(theme => new ThemesReport.Live(
                    theme.Id,
                    theme.Version,
                    theme.Hash,
                    theme.Labels.ConvertAll(label => new ThemesReport.Share(label.Id, label.Weight)))),
            ],
            [.. watch.Refused.Select(fault => new ThemesReport.Refusal(Path.GetFileName(fault.File), fault.Line, fault.Reason))],
            since,
            await CountAsync(database, themes, since, cancellationToken)));
    }

    private static async Task<List<ThemeOutcomes>> CountAsync(
        SceneDbContext database, ThemeLibrary themes, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var counted = await database.Scenes.AsNoTracking()
            .Where(scene => scene.CreatedAt >= since && scene.Theme != null)
            .GroupBy(scene => new { scene.Theme, scene.ThemeVersion, scene.ThemeLabel, scene.CurrentState })
            .Select(scenes => new
            {
                scenes.Key.Theme,
                scenes.Key.ThemeVersion,
                scenes.Key.ThemeLabel,
                scenes.Key.CurrentState,
                Count = scenes.Count(),
                Cost = scenes.Sum(scene => (double)scene.Cost),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. counted
                .GroupBy(row => (row.Theme, row.ThemeVersion, row.ThemeLabel))
                .OrderBy(group => group.Key)
                .Select(group => new ThemeOutcomes
                {
                    Theme = group.Key.Theme!,
                    Version = group.Key.ThemeVersion,
                    Label = group.Key.ThemeLabel,
                    IsLive = themes.Find(group.Key.Theme!)?.Version == group.Key.ThemeVersion,
                    Scenes = group.ToDictionary(row => SceneStatus.OfState(row.CurrentState), row => row.Count),
                    Cost = Math.Round(group.Sum(row => row.Cost), 4),
                }),
        ];
    }

    private static async Task<Results<Ok<SceneRecipe>, ProblemHttpResult>> ShowRecipeAsync(
        Guid id, SceneDbContext database, CancellationToken cancellationToken)
    {
        var scene = await database.Scenes.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CorrelationId == id && row.ErasedAt == null, cancellationToken);
        if (scene is null)
        {
            return Problems.NoSuchScene();
        }

        var intent = await database.Intents.AsNoTracking().SingleOrDefaultAsync(
            row => row.SceneId == id && row.Run == scene.Run && row.Attempt == scene.Attempt, cancellationToken);
        return TypedResults.Ok(SceneRecipe.Of(scene, intent));
    }
}
