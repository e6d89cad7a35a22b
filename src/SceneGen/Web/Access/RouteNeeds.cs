using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;

namespace SceneGen.Web.Access;

/// <summary>
/// What each route asks of its callers, by the pattern that was matched and not by the path as it was written: what is
/// mapped below /api is closed unless it stands here as open.
/// </summary>
internal sealed class RouteNeeds(IOptions<PictureLinkOptions> links)
{
    private readonly bool _arePicturesOpen = links.Value.Links is not LinkMode.Session;

    public AccessNeed Of(HttpContext context)
        => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern
            ? Of(pattern, context.Request.Method)
            : AccessNeed.Open;

    public AccessNeed Of(string pattern, string method) => Of(pattern.Trim('/').Split('/'), method);

    private AccessNeed Of(string[] pattern, string method) => pattern switch
    {
        [""] or ["scenes", _] => AccessNeed.Page,
        ["ops"] => AccessNeed.OpsPage,
        ["ops", "leave"] => AccessNeed.Open,
        ["ops", ..] or ["metrics"] or ["api", "ops", ..] => AccessNeed.Ops,
        ["assets", ..] => _arePicturesOpen ? AccessNeed.Open : AccessNeed.Pictures,
        ["api", "themes", ..] when HttpMethods.IsGet(method) || HttpMethods.IsHead(method) => AccessNeed.Open,
        ["api", "avatars", ..] => AccessNeed.Services,
        ["api", "sessions"] when HttpMethods.IsPost(method) => AccessNeed.Services,
        ["api", ..] => AccessNeed.Scenes,
        _ => AccessNeed.Open,
    };
}
