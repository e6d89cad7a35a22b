namespace SceneGen.Contracts;

/// <summary>The stable codes of <see cref="SceneFailed.Code"/>. New ones may be added; none changes its meaning.</summary>
public static class SceneFailureCodes
{
    /// <summary>The avatar's URL is one SceneGen will not fetch.</summary>
    public const string AvatarUrlRefused = "avatar_url_refused";

    /// <summary>Nothing could be fetched from the avatar's URL.</summary>
    public const string AvatarUnreachable = "avatar_unreachable";

    /// <summary>What the avatar's URL gives is not a picture that can be used.</summary>
    public const string AvatarUnreadable = "avatar_unreadable";

    /// <summary>The avatar's file or picture is larger than SceneGen takes.</summary>
    public const string AvatarTooLarge = "avatar_too_large";

    /// <summary>The avatar's picture is too small to be placed in a scene.</summary>
    public const string AvatarTooSmall = "avatar_too_small";

    /// <summary>The avatar's picture is too long for its width, or too wide for its height.</summary>
    public const string AvatarMisshapen = "avatar_misshapen";

    /// <summary>The avatar's file holds an animation.</summary>
    public const string AvatarAnimated = "avatar_animated";

    /// <summary>The avatar's picture shows nothing.</summary>
    public const string AvatarBlank = "avatar_blank";

    /// <summary>The provider refuses to work with this avatar.</summary>
    public const string AvatarFlagged = "avatar_flagged";

    /// <summary>The avatar was rolled back for another of its scenes.</summary>
    public const string AvatarRolledBack = "avatar_rolled_back";

    /// <summary>There is no theme of this id.</summary>
    public const string ThemeUnknown = "theme_unknown";

    /// <summary>The provider refuses the theme's prompt.</summary>
    public const string PromptRefused = "prompt_refused";

    /// <summary>The provider flagged what it made, with every seed that was tried.</summary>
    public const string ContentFlagged = "content_flagged";

    /// <summary>The provider reported an error of its own.</summary>
    public const string ProviderFailed = "provider_failed";

    /// <summary>The provider had no capacity.</summary>
    public const string ProviderOverloaded = "provider_overloaded";

    /// <summary>The provider said it succeeded, and there is no picture to fetch.</summary>
    public const string OutputMissing = "output_missing";

    /// <summary>The provider's picture cannot be read.</summary>
    public const string OutputUnreadable = "output_unreadable";

    /// <summary>The provider's picture is animated, or of a size that cannot be worked with.</summary>
    public const string OutputUnsuitable = "output_unsuitable";

    /// <summary>The provider's picture shows nothing, such as the black one given instead of a refused one.</summary>
    public const string OutputBlank = "output_blank";

    /// <summary>The picture is less sharp than its theme or the settings ask for.</summary>
    public const string OutputBlurred = "output_blurred";

    /// <summary>The picture shows too little of the avatar's colours where the avatar should stand.</summary>
    public const string OutputWithoutAvatar = "output_without_avatar";

    /// <summary>The scene was not made before its deadline.</summary>
    public const string DeadlineExceeded = "deadline_exceeded";

    /// <summary>The model was called in a way it does not accept; the operator has to mend the model's profile.</summary>
    public const string ModelMisconfigured = "model_misconfigured";

    /// <summary>The model had too little memory for the picture, and again when it was asked once more.</summary>
    public const string ModelOutOfMemory = "model_out_of_memory";

    /// <summary>The provider does not know the model; the operator has to mend the model's profile.</summary>
    public const string ModelUnknown = "model_unknown";

    /// <summary>The provider does not accept the account's token; the operator has to mend it.</summary>
    public const string ProviderRefused = "provider_refused";

    /// <summary>The account's credit or limit with the provider is used up; the operator has to top it up.</summary>
    public const string CreditUsedUp = "credit_used_up";

    /// <summary>One attempt more would have cost more than a scene may.</summary>
    public const string CostCapReached = "cost_cap_reached";

    /// <summary>An operator gave the scene up and had its avatar rolled back.</summary>
    public const string OperatorRollback = "operator_rollback";
}
