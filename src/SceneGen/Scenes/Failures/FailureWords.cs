using SceneGen.Contracts;

namespace SceneGen.Scenes.Failures;

/// <summary>What the user reads for each code: one plain sentence.</summary>
public static class FailureWords
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [SceneFailureCodes.AvatarUrlRefused] = "The avatar's address is not one we may fetch a picture from.",
        [SceneFailureCodes.AvatarUnreachable] = "The avatar's picture could not be fetched.",
        [SceneFailureCodes.AvatarUnreadable] = "The avatar's file is not a picture that can be used.",
        [SceneFailureCodes.AvatarTooLarge] = "The avatar's picture is too large.",
        [SceneFailureCodes.AvatarTooSmall] = "The avatar's picture is too small.",
        [SceneFailureCodes.AvatarMisshapen] = "The avatar's picture is too long or too wide to be placed in a scene.",
        [SceneFailureCodes.AvatarAnimated] = "The avatar moves; only a still picture can be placed in a scene.",
        [SceneFailureCodes.AvatarBlank] = "There is nothing to be seen on the avatar's picture.",
        [SceneFailureCodes.AvatarFlagged] = "The picture service will not work with this avatar.",
        [SceneFailureCodes.AvatarRolledBack] = "The avatar has been withdrawn, so no scene can be made of it.",
        [SceneFailureCodes.ThemeUnknown] = "The chosen theme is not available; please choose another one.",
        [SceneFailureCodes.PromptRefused] = "The chosen theme cannot be painted just now; please choose another one.",
        [SceneFailureCodes.ContentFlagged] = "The picture service held back every picture it painted for this scene.",
        [SceneFailureCodes.ProviderFailed] = "The picture service failed several times in a row.",
        [SceneFailureCodes.ProviderOverloaded] = "The picture service was too busy, several times in a row.",
        [SceneFailureCodes.OutputMissing] = "The picture service finished without giving us a picture.",
        [SceneFailureCodes.OutputUnreadable] = "The picture service gave us a picture that cannot be read.",
        [SceneFailureCodes.OutputUnsuitable] = "The picture service gave us a picture of a kind we cannot use.",
        [SceneFailureCodes.OutputBlank] = "The picture service gave us an empty picture.",
        [SceneFailureCodes.OutputBlurred] = "The picture service gave us a picture that is not sharp enough.",
        [SceneFailureCodes.OutputWithoutAvatar] = "The picture service left the avatar out of the picture.",
        [SceneFailureCodes.DeadlineExceeded] = "The scene took longer than it may.",
        [SceneFailureCodes.ModelMisconfigured] = "The scene could not be painted because of a fault on our side.",
        [SceneFailureCodes.ModelOutOfMemory] = "The picture service had too little memory for this scene.",
        [SceneFailureCodes.ModelUnknown] = "The picture service does not know the painter we asked for.",
        [SceneFailureCodes.ProviderRefused] = "The picture service does not let us in just now.",
        [SceneFailureCodes.CreditUsedUp] = "Our credit with the picture service is used up.",
        [SceneFailureCodes.CostCapReached] = "The scene was tried as often as we can afford.",
    };

    internal static IEnumerable<string> Codes => Sentences.Keys;

    public static string For(string code)
        => Sentences.GetValueOrDefault(code, "The scene could not be made.");

    /// <summary>Whether the same wish may succeed later.</summary>
    public static bool IsWorthRetrying(SceneFault fault) => fault is SceneFault.Provider or SceneFault.Operator;
}
