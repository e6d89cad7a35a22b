using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>What a request for a scene has to hold, of its caller.</summary>
internal sealed class CreateRules(SceneRules rules)
{
    public Dictionary<string, string> ErrorsWithKey(HttpContext http, CreateSceneRequest request)
    {
        var errors = rules.Errors(request);
        IdempotencyKey.Check(http, errors);
        return errors;
    }
}
