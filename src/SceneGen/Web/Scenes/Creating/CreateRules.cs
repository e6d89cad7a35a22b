using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>What a request for a scene has to hold, of its caller.</summary>
internal sealed class CreateRules(SceneRules rules)
{
    public Dictionary<string, string> ErrorsWithKey(HttpContext http, CreateSceneRequest request)
    {
        var errors = Errors(http, request);
        IdempotencyKey.Check(http, errors);
        return errors;
    }

    public Dictionary<string, string> Errors(HttpContext http, CreateSceneRequest request)
    {
        var errors = rules.Errors(request);
        if (request.CallbackUrl is not null && CallerSession.Of(http) is not null)
        {
            // Anybody has a session: the service would post wherever strangers like.
            errors["callbackUrl"] = "may be sent with an API key only; leave the field out, and follow the scene by its events.";
        }

        return errors;
    }
}
