using System.Net;
using SceneGen.Generation.Traffic;
using SceneGen.Replicate;

namespace SceneGen.Generation.Gates;

/// <summary>What a failed call says of the provider or of a model, for every scene that would ask next.</summary>
internal sealed record ProviderTrouble(string Gate, string Reason)
{
    private const string PromptField = "input.prompt";

    /// <summary>The call itself failed, whatever it asked for.</summary>
    public static bool IsOutage(ReplicateException error)
        => error.Status is null or >= HttpStatusCode.InternalServerError || (error.OutcomeIsUnknown && error.Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices);

    /// <summary>Null when only this scene is concerned, or nobody.</summary>
    public static ProviderTrouble? Of(ReplicateException error, ProviderCall call) => error.Status switch
    {
        null or >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests => null,
        HttpStatusCode.Unauthorized => new ProviderTrouble(ProviderGates.Provider, GateReasons.Unauthorized),
        HttpStatusCode.PaymentRequired => new ProviderTrouble(ProviderGates.Provider, GateReasons.InsufficientCredit),
        HttpStatusCode.Forbidden => new ProviderTrouble(ProviderGates.Provider, GateReasons.Forbidden),
        >= HttpStatusCode.Ambiguous when call is { Model: { } model } && !BlamesScene(error, call)
            => new ProviderTrouble(ProviderGates.OfModel(model), OfModel(error)),
        _ => null,
    };

    /// <summary>Whether the refusal is about the prompt or the avatar.</summary>
    public static bool BlamesScene(ReplicateException error, ProviderCall call)
        => error.Refuses(PromptField) || (call.AvatarField is { } avatar && error.Refuses(avatar));

    private static string OfModel(ReplicateException error) => error.Status switch
    {
        HttpStatusCode.NotFound => GateReasons.ModelUnknown,
        HttpStatusCode.UnprocessableEntity when error.InvalidFields.Count == 0 => GateReasons.ModelUnknown,
        HttpStatusCode.UnprocessableEntity => GateReasons.ModelMisconfigured,
        _ => GateReasons.RequestRefused,
    };
}
