using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>What a request for a scene has to hold, of its caller.</summary>
internal sealed class CreateRules(SceneRules rules)
{
    /// <summary>Of the ids that scenes get from their avatars: a session could take the place of another's scene.</summary>
    private const int DerivedVersion = 5;

    public Dictionary<string, string> ErrorsWithKey(HttpContext http, CreateSceneRequest request)
    {
        var errors = Errors(http, request);
        IdempotencyKey.Check(http, errors);
        return errors;
    }

    public Dictionary<string, string> Errors(HttpContext http, CreateSceneRequest request)
    {
        var errors = rules.Errors(request);
        if (CallerSession.Of(http) is not null && request.SceneId is { Version: DerivedVersion })
        {
            errors.TryAdd("sceneId", "is a UUID of version 5; send one of version 4 or 7, or none.");
        }

        if (request.CallbackUrl is not null && CallerSession.Of(http) is not null)
        {
            // Anybody has a session: the service would post wherever strangers like.
            errors["callbackUrl"] = "may be sent with an API key only; leave the field out, and follow the scene by its events.";
        }

        return errors;
    }
}
