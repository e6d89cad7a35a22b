using SceneGen.Scenes;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>Finds a scene for who then stays for long: nothing of the database is kept until the request ends.</summary>
internal sealed class SceneFinder(IServiceScopeFactory scopes)
{
    /// <summary>Another session's scene is not there for a caller who is confined to one.</summary>
    public async Task<SceneState?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SceneReader>().FindAsync(id, cancellationToken);
    }
}
