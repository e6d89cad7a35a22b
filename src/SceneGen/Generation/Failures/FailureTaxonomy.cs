using SceneGen.Generation.Gates;
using static SceneGen.Contracts.SceneFailureCodes;
using static SceneGen.Contracts.SceneFault;
using static SceneGen.Generation.Failures.FailureRule;
using static SceneGen.Generation.Failures.FailureSign;
using static SceneGen.Generation.Failures.Remedy;

namespace SceneGen.Generation.Failures;

/// <summary>
/// What a failed prediction and a refused creation mean: the first line whose sign is found. What is surely the
/// avatar's stands before what may be anybody's.
/// </summary>
internal static class FailureTaxonomy
{
    private const int None = 0;

    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan UntilItIsBack = TimeSpan.FromSeconds(10);

    public static readonly IReadOnlyList<FailureRule> Rules =
    [
        // The avatar, as the model's runtime found it.
        new(Says("cannot identify image file"), AvatarUnreadable, Avatar, None, GiveUp),
        new(CannotFetch("401 Client Error"), AvatarUnreachable, Avatar, None, GiveUp),
        new(CannotFetch("403 Client Error"), AvatarUnreachable, Avatar, None, GiveUp),
        new(CannotFetch("404 Client Error"), AvatarUnreachable, Avatar, None, GiveUp),
        new(CannotFetch("410 Client Error"), AvatarUnreachable, Avatar, None, GiveUp),
        new(CannotFetch("Server Error"), AvatarUnreachable, Avatar, AllOfModel, GiveUp),
        new(Says("Max retries exceeded"), AvatarUnreachable, Avatar, AllOfModel, GiveUp),
        new(Says("Read timed out"), AvatarUnreachable, Avatar, AllOfModel, GiveUp),

        // The model, called in a way it does not take. Another may do.
        new(Says("is not a valid URL scheme"), ModelMisconfigured, Operator, None, NextModel),
        new(Says("image size must be at least"), ModelMisconfigured, Operator, None, NextModel),
        new(Carries("E4875"), ModelMisconfigured, Operator, None, NextModel),
        new(Carries("E1001"), ModelOutOfMemory, Operator, Retries: 1, NextModel),
        new(Says("out of memory"), ModelOutOfMemory, Operator, Retries: 1, NextModel),
        new(Says("OutOfMemoryError"), ModelOutOfMemory, Operator, Retries: 1, NextModel),
        new(Says("Worker crashed"), ModelOutOfMemory, Operator, Retries: 1, NextModel),

        // The content: the avatar's or the prompt's, which the provider does not say.
        new(Carries("E005"), ContentFlagged, Theme, Retries: 1, Settle),
        new(Says("flagged as sensitive"), ContentFlagged, Theme, Retries: 1, Settle),
        new(Says("NSFW"), ContentFlagged, Theme, Retries: 1, Settle),
        new(Carries("E006"), PromptRefused, Theme, Retries: 1, Settle),
        new(Says("The input was invalid"), PromptRefused, Theme, Retries: 1, Settle),

        // The provider.
        new(Carries("E003"), ProviderOverloaded, Provider, AllOfModel, NextModel) { Pause = UntilThereIsRoom },
        new(Carries("E004"), ProviderOverloaded, Provider, AllOfModel, NextModel) { Pause = UntilItIsBack },
        new(Carries("E6716"), ProviderOverloaded, Provider, AllOfModel, NextModel),
        new(Carries("PA"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Carries("E1000"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Carries("E8367"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Carries("E8765"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Carries("E9243"), ProviderFailed, Provider, Retries: 2, NextModel),
        new(Carries("E9825"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Carries("E9828"), ProviderFailed, Provider, Retries: 1, NextModel),
        new(Carries("E001"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Ends("canceled"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(Ends("aborted"), ProviderOverloaded, Provider, AllOfModel, NextModel),
        new(Ends("lost"), ProviderFailed, Provider, AllOfModel, NextModel),
        new(OutputRemoved, OutputMissing, Provider, AllOfModel, NextModel),
        new(Ends("succeeded"), OutputMissing, Provider, Retries: 2, NextModel),

        // A creation that was refused; one whose outcome is unknown is looked for instead.
        new(NoAnswer, ProviderFailed, Provider, None, Wait),
        new(Answers(429), ProviderOverloaded, Provider, None, Wait),
        new(RefusesPrompt, PromptRefused, Theme, None, GiveUp),
        new(RefusesAvatar, AvatarUnreadable, Avatar, None, GiveUp),
        new(Answers(413), AvatarUnreadable, Avatar, None, GiveUp),
        new(Answers(401), ProviderRefused, Operator, None, Gate) { Gate = GateReasons.Unauthorized },
        new(Answers(402), CreditUsedUp, Operator, None, Gate) { Gate = GateReasons.InsufficientCredit },
        new(Answers(403), ProviderRefused, Operator, None, Gate) { Gate = GateReasons.Forbidden },
        new(Answers(404), ModelUnknown, Operator, None, Gate) { Gate = GateReasons.ModelUnknown },
        new(Answers(422, "Invalid version"), ModelUnknown, Operator, None, Gate) { Gate = GateReasons.ModelUnknown },
        new(Answers(422), ModelMisconfigured, Operator, None, Gate) { Gate = GateReasons.ModelMisconfigured },
        new(AnyOtherAnswer, ProviderRefused, Operator, None, Gate) { Gate = GateReasons.RequestRefused },

        new(AnythingElse, ProviderFailed, Provider, AllOfModel, NextModel),
    ];

    public static FailureRule Find(FailureEvidence evidence) => Rules.First(rule => rule.Sign.IsIn(evidence));
}
