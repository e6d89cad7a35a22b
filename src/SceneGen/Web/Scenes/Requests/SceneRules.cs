using SceneGen.Assets.Fetching;
using SceneGen.Callbacks.Telling;
using SceneGen.Scenes.Limits;
using SceneGen.Themes;

namespace SceneGen.Web.Scenes.Requests;

/// <summary>What a request has to hold; every wrong field gets its sentence.</summary>
internal sealed class SceneRules(AvatarUrlPolicy avatarUrls, CallbackRules callbacks, ThemeLibrary themes)
{
    public Dictionary<string, string> Errors(CreateSceneRequest request)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(errors, "avatarUrl", AvatarUrlError(request.AvatarUrl));
        Check(errors, "theme", ThemeError(request.Theme));
        Check(errors, "sessionId", request.SessionId is null ? null : SessionIdError(request.SessionId));
        Check(errors, "avatarId", EmptyIdError(request.AvatarId));
        Check(errors, "sceneId", EmptyIdError(request.SceneId));
        Check(errors, "seed", SeedError(request.Seed));
        Check(errors, "callbackUrl", request.CallbackUrl is { } url ? callbacks.Refuse(url) : null);
        CheckAvatar(errors, request.Avatar);
        return errors;
    }

    public Dictionary<string, string> Errors(AvatarGeneratedRequest request)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(errors, "avatarId", request.AvatarId is null ? "is missing; send the avatar's UUID." : null);
        Check(errors, "avatarId", EmptyIdError(request.AvatarId));
        Check(errors, "sessionId", SessionIdError(request.SessionId));
        Check(errors, "avatarUrl", AvatarUrlError(request.AvatarUrl));
        Check(errors, "theme", request.Theme is null ? null : ThemeError(request.Theme));
        Check(errors, "sceneId", EmptyIdError(request.SceneId));
        CheckAvatar(errors, request.Avatar);
        return errors;
    }

    public Dictionary<string, string> Errors(ChooseThemeRequest request)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(errors, "theme", ThemeError(request.Theme));
        return errors;
    }

    public Dictionary<string, string> Errors(RetrySceneRequest request)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(errors, "theme", request.Theme is null ? null : ThemeError(request.Theme));
        return errors;
    }

    public static Dictionary<string, string> Errors(RollbackAnswer answer)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(errors, "sceneId", answer.SceneId is null ? "is missing; send the scene's UUID." : null);
        Check(errors, "outcome", answer.Outcome is null ? "is missing; send rolledBack or refused." : null);
        Check(errors, "reason", TextError(answer.Reason, SceneLimits.Reason));
        return errors;
    }

    public static Dictionary<string, string> Errors(AvatarRequest? avatar, int? seed)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(errors, "seed", SeedError(seed));
        CheckAvatar(errors, avatar);
        return errors;
    }

    /// <summary>No database and no other program keeps this character for certain.</summary>
    public static bool HoldsNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static void CheckAvatar(Dictionary<string, string> errors, AvatarRequest? avatar)
    {
        if (avatar is not null)
        {
            Check(errors, "avatar.kind",
                avatar.Kind is null ? "is missing; send human, animal, robot, creature or object." : null);
            Check(errors, "avatar.name", TextError(avatar.Name, SceneLimits.AvatarName));
            Check(errors, "avatar.description", TextError(avatar.Description, SceneLimits.AvatarDescription));
        }
    }

    private static void Check(Dictionary<string, string> errors, string field, string? error)
    {
        if (error is not null)
        {
            errors[field] = error;
        }
    }

    private static string? SeedError(int? seed) => seed < 0 ? "send a whole number from 0 to 2147483647." : null;

    private static string? EmptyIdError(Guid? id) => id == Guid.Empty ? "is all zeros; send a UUID of your own." : null;

    private static string? TextError(string? text, int limit) => text switch
    {
        { Length: var length } when length > limit => $"has {length} characters; send at most {limit}.",
        _ when HoldsNul(text) => "holds the character U+0000; send it without.",
        _ => null,
    };

    private static string? SessionIdError(string? sessionId) => sessionId switch
    {
        null or "" => "is missing; send the session's id, 1 to 128 visible characters.",
        { Length: > SceneLimits.SessionId } => $"has {sessionId.Length} characters; send at most {SceneLimits.SessionId}.",
        _ when !SceneLimits.IsSessionId(sessionId) => "holds a character that cannot be seen; send visible ones only.",
        _ => null,
    };

    private string? AvatarUrlError(string? url)
        => string.IsNullOrEmpty(url) ? "is missing; send the https URL of the avatar's picture." : avatarUrls.Refuse(url);

    private string? ThemeError(string? theme)
    {
        if (theme is not null && themes.Find(theme) is not null)
        {
            return null;
        }

        var known = string.Join(", ", themes.All.Select(one => one.Id));
        return theme is null ? $"is missing; send one of {known}." : $"there is no such theme; send one of {known}.";
    }
}
