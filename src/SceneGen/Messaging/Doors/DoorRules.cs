using SceneGen.Contracts;
using SceneGen.Scenes.Limits;

namespace SceneGen.Messaging.Doors;

/// <summary>The contract's limits, as they hold for messages.</summary>
internal static class DoorRules
{
    public static string? Fault(object message) => message switch
    {
        AvatarGenerated avatar => Fault(avatar),
        ThemeSelected theme => Id("sceneId", theme.SceneId) ?? Text("theme", theme.Theme, SceneLimits.Theme, isRequired: true),
        SceneCancelRequested cancel => Id("sceneId", cancel.SceneId) ?? Text("reason", cancel.Reason, SceneLimits.Reason),
        AvatarRolledBack done => Id("sceneId", done.SceneId)
            ?? Id("avatarId", done.AvatarId)
            ?? Text("reason", done.Reason, SceneLimits.Reason),
        AvatarRollbackRefused refused => Id("sceneId", refused.SceneId)
            ?? Id("avatarId", refused.AvatarId)
            ?? Text("reason", refused.Reason, SceneLimits.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message.GetType().Name, "There is no rule for this message."),
    };

    private static string? Fault(AvatarGenerated avatar)
        => Id("avatarId", avatar.AvatarId)
            ?? (avatar.SceneId is { } sceneId ? Id("sceneId", sceneId) : null)
            ?? (SceneLimits.IsSessionId(avatar.SessionId) ? null : $"sessionId has to be 1 to {SceneLimits.SessionId} visible characters.")
            ?? Text("avatarUrl", avatar.AvatarUrl, SceneLimits.AvatarUrl, isRequired: true)
            ?? Text("theme", avatar.Theme, SceneLimits.Theme)
            ?? Text("avatar.name", avatar.Avatar?.Name, SceneLimits.AvatarName)
            ?? Text("avatar.description", avatar.Avatar?.Description, SceneLimits.AvatarDescription);

    private static string? Id(string field, Guid id) => id == Guid.Empty ? $"{field} is missing." : null;

    private static string? Text(string field, string? text, int limit, bool isRequired = false) => text switch
    {
        null or "" => isRequired ? $"{field} is missing." : null,
        _ when text.Length > limit => $"{field} has {text.Length} characters; {limit} is the most.",
        _ when text.Contains('\0', StringComparison.Ordinal) => $"{field} holds a character that is none.",
        _ => null,
    };
}
