using System.Net;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Traffic;
using SceneGen.Replicate;

namespace SceneGen.Generation.Gates;

/// <summary>What a failed call says of the provider or of a model, for every scene that would ask next.</summary>
internal sealed record ProviderTrouble(string Gate, string Reason)
{
    /// <summary>The call itself failed, whatever it asked for.</summary>
    public static bool IsOutage(ReplicateException error)
        => error.Status is null or >= HttpStatusCode.InternalServerError
            || (error.OutcomeIsUnknown && error.Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices);

    /// <summary>Null when only this scene is concerned, or nobody.</summary>
    public static ProviderTrouble? Of(ReplicateException error, ProviderCall call)
        => FailureTaxonomy.Find(FailureEvidence.Of(error, call.AvatarField)).Gate switch
        {
            { } reason when GateReasons.ConcernsAll(reason) => new ProviderTrouble(ProviderGates.Provider, reason),
            { } reason when call.Model is { } model => new ProviderTrouble(ProviderGates.OfModel(model), reason),
            _ => null,
        };
}
