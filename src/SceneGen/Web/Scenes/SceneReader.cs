using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes;

/// <summary>Reads scenes for their callers.</summary>
internal sealed class SceneReader(
    SceneDbContext database,
    SceneLinks links,
    IOptions<StorageOptions> storage,
    IHttpContextAccessor caller,
    TimeProvider time)
{
    private readonly Language _language =
        caller.HttpContext is { } http ? AnswerLanguage.Choose(http) : Language.English;

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    public string LinkTo(Guid id) => links.Scene(id);

    public SceneResource ToResource(SceneState scene)
        => SceneResource.Of(scene, links, storage.Value.Retention, _language);

    public Task<SceneState?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.Scenes.AsNoTracking()
            .SingleOrDefaultAsync(scene => scene.CorrelationId == id, cancellationToken);

    public async Task<AvatarStanding> StandingOfAsync(SceneState scene, CancellationToken cancellationToken)
        => await database.Avatars.AsNoTracking()
            .Where(avatar => avatar.AvatarId == scene.AvatarId)
            .Select(avatar => avatar.Standing)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<SceneList> ListAsync(SceneQuery query, CancellationToken cancellationToken)
    {
        // One more than the page shows tells whether another page follows.
        var found = await query.Apply(database.Scenes.AsNoTracking())
            .OrderByDescending(scene => scene.CreatedAt)
            .ThenByDescending(scene => scene.CorrelationId)
            .Take(query.PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(query.PageSize).ToList();
        var next = found.Count > page.Count ? SceneCursor.After(page[^1]).ToString() : null;
        return new SceneList(page.ConvertAll(ToResource), next);
    }
}
