namespace SceneGen.Observability.Logs;

/// <summary>Puts a scene's id on every line that is logged while a request about it is answered.</summary>
internal sealed class SceneRequests : IMiddleware
{
    private const string Scenes = "/scenes/{";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var _ = SceneIn(context) is { } sceneId ? SceneLines.Begin(sceneId) : null;
        await next(context);
    }

    private static Guid? SceneIn(HttpContext context)
        => context.GetEndpoint() is RouteEndpoint route
            && route.RoutePattern.RawText?.Contains(Scenes, StringComparison.Ordinal) is true
            && Guid.TryParse(context.Request.RouteValues.GetValueOrDefault("id")?.ToString(), out var sceneId)
            ? sceneId
            : null;
}
