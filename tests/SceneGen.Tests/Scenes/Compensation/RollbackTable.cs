using SceneGen.Contracts;
using static SceneGen.Contracts.SceneFailureCodes;

namespace SceneGen.Tests.Scenes.Compensation;

/// <summary>What each failure means for the avatar: the table of the documentation, line by line.</summary>
internal static class RollbackTable
{
    private const AvatarRollback RollBack = AvatarRollback.Requested;
    private const AvatarRollback Keep = AvatarRollback.None;

    /// <summary>The code, the fault it comes with, and what becomes of the avatar.</summary>
    public static readonly IReadOnlyList<(string Code, SceneFault Fault, AvatarRollback Then)> Rows =
    [
        // The avatar cannot be used.
        (AvatarUrlRefused, SceneFault.Avatar, RollBack),
        (AvatarUnreachable, SceneFault.Avatar, RollBack),
        (AvatarUnreadable, SceneFault.Avatar, RollBack),
        (AvatarTooLarge, SceneFault.Avatar, RollBack),
        (AvatarTooSmall, SceneFault.Avatar, RollBack),
        (AvatarMisshapen, SceneFault.Avatar, RollBack),
        (AvatarAnimated, SceneFault.Avatar, RollBack),
        (AvatarBlank, SceneFault.Avatar, RollBack),
        (AvatarFlagged, SceneFault.Avatar, RollBack),
        (SceneFailureCodes.AvatarRolledBack, SceneFault.Avatar, RollBack),

        // The theme cannot be used; another may be chosen.
        (ThemeUnknown, SceneFault.Theme, Keep),
        (PromptRefused, SceneFault.Theme, Keep),
        (ContentFlagged, SceneFault.Theme, Keep),

        // The provider could not do it, over all attempts and models.
        (ProviderFailed, SceneFault.Provider, RollBack),
        (ProviderOverloaded, SceneFault.Provider, RollBack),
        (OutputMissing, SceneFault.Provider, RollBack),
        (OutputUnreadable, SceneFault.Provider, RollBack),
        (OutputUnsuitable, SceneFault.Provider, RollBack),
        (OutputBlank, SceneFault.Provider, RollBack),
        (OutputBlurred, SceneFault.Provider, RollBack),
        (OutputWithoutAvatar, SceneFault.Provider, RollBack),
        (DeadlineExceeded, SceneFault.Provider, RollBack),
        (CostCapReached, SceneFault.Provider, RollBack),

        // The operator's: models are passed over for these, and when all were, the provider could not do it.
        (ModelMisconfigured, SceneFault.Provider, RollBack),
        (ModelOutOfMemory, SceneFault.Provider, RollBack),

        // The operator's: nothing is failed for these, the scenes wait at a gate. Should one fail, the avatar stays.
        (ModelMisconfigured, SceneFault.Operator, Keep),
        (ModelOutOfMemory, SceneFault.Operator, Keep),
        (ModelUnknown, SceneFault.Operator, Keep),
        (ProviderRefused, SceneFault.Operator, Keep),
        (CreditUsedUp, SceneFault.Operator, Keep),

        // The operator's own order.
        (OperatorRollback, SceneFault.Operator, RollBack),
    ];
}
