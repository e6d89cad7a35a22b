using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>What a request for a scene has to hold, of its caller.</summary>
internal sealed class CreateRules(SceneRules rules)
{
    public Dictionary<string, string> Errors(HttpContext http, CreateSceneRequest request)
    {
        var errors = rules.Errors(request);
        if (CallerSession.Of(http) is { } own && request.SessionId is { } named && named != own)
        {
            errors["sessionId"] = "is not this caller's; leave it out.";
        }

        return errors;
    }

    public Dictionary<string, string> ErrorsWithKey(HttpContext http, CreateSceneRequest request)
    {
        var errors = Errors(http, request);
        IdempotencyKey.Check(http, errors);
        return errors;
    }
}
