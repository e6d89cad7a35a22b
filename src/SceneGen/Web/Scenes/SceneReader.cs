using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Live;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>Reads scenes for their callers.</summary>
internal sealed class SceneReader(
    SceneDbContext database,
    SceneTeller teller,
    SceneLinks links,
    IHttpContextAccessor caller,
    TimeProvider time)
{
    private readonly Language _language =
        caller.HttpContext is { } http ? AnswerLanguage.Choose(http) : Language.English;

    private string? Own => caller.HttpContext is { } http ? CallerSession.Of(http) : null;

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    public string LinkTo(Guid id) => links.Scene(id);

    public SceneResource ToResource(SceneState scene)
        => teller.ResourceOf(scene, _language);

    /// <summary>Another session's scene is not there for a caller who is confined to one.</summary>
    public async Task<SceneState?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await teller.PrepareAsync(cancellationToken);
        var scene = await database.Scenes.AsNoTracking()
            .SingleOrDefaultAsync(scene => scene.CorrelationId == id, cancellationToken);
        return scene is null || Own is not { } own || SessionMark.IsOf(scene, own) ? scene : null;
    }

    public async Task<AvatarStanding> StandingOfAsync(SceneState scene, CancellationToken cancellationToken)
        => await database.Avatars.AsNoTracking()
            .Where(avatar => avatar.AvatarId == scene.AvatarId)
            .Select(avatar => avatar.Standing)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<SceneList> ListAsync(SceneQuery query, CancellationToken cancellationToken)
    {
        await teller.PrepareAsync(cancellationToken);

        // One more than the page shows tells whether another page follows.
        var found = await query.Apply(Visible().AsNoTracking())
            .OrderByDescending(scene => scene.CreatedAt)
            .ThenByDescending(scene => scene.CorrelationId)
            .Take(query.PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(query.PageSize).ToList();
        var next = found.Count > page.Count ? SceneCursor.After(page[^1]).ToString() : null;
        return new SceneList(page.ConvertAll(ToResource), next);
    }

    /// <summary>Of those that were not deleted.</summary>
    private IQueryable<SceneState> Visible()
        => Own is { } own ? database.Scenes.Where(scene => scene.SessionId == own) : database.Scenes;
}
