using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Scenes.Options;

namespace SceneGen.Scenes.Compensation;

/// <summary>
/// Decides whether a scene that cannot be made takes its avatar with it: what the settings say of the code, else of the
/// fault, else this table.
/// </summary>
public sealed class RollbackPolicy(IOptions<CompensationOptions> options)
{
    /// <summary>Whether the avatar service is also told by HTTP.</summary>
    public bool IsPosted => options.Value.CallbackUrl.Length > 0;

    public AvatarRollback Decide(string code, SceneFault fault)
        => code is SceneFailureCodes.OperatorRollback

            // No setting stands above the operator's own word.
            ? AvatarRollback.Requested
            : options.Value.PolicyOf(code) ?? options.Value.PolicyOf(NameOf(fault)) ?? Decide(fault);

    /// <summary>As it is written in settings.</summary>
    internal static string NameOf(SceneFault fault) => fault.ToString().ToLowerInvariant();

    private static AvatarRollback Decide(SceneFault fault) => fault switch
    {
        SceneFault.Avatar => AvatarRollback.Requested,
        SceneFault.Theme => AvatarRollback.None,
        SceneFault.Provider => AvatarRollback.Requested,
        // The operator's fault fails no scene; if one comes here all the same, the avatar is not to blame.
        SceneFault.Operator => AvatarRollback.None,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no rule for this fault."),
    };
}
