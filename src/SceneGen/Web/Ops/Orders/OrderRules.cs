using SceneGen.Scenes.Limits;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Ops.Orders;

/// <summary>What every order of an operator has to hold.</summary>
internal static class OrderRules
{
    private const string Field = "reason";

    /// <summary>Why something was done is asked of the audit later.</summary>
    public static Dictionary<string, string> Errors(string? reason)
        => string.IsNullOrWhiteSpace(reason)
            ? With($"is missing; say in 1 to {SceneLimits.Reason} characters why.")
            : ErrorsOf(reason);

    /// <summary>The same of an order that may have a key.</summary>
    public static Dictionary<string, string> Errors(HttpContext http, string? reason)
    {
        var errors = Errors(reason);
        IdempotencyKey.Check(http, errors);
        return errors;
    }

    private static Dictionary<string, string> ErrorsOf(string reason) => reason switch
    {
        { Length: > SceneLimits.Reason } => With($"has {reason.Length} characters; send at most {SceneLimits.Reason}."),
        _ when SceneRules.HoldsNul(reason) => With("holds the character U+0000; send it without."),
        _ => new Dictionary<string, string>(StringComparer.Ordinal),
    };

    private static Dictionary<string, string> With(string error)
        => new(StringComparer.Ordinal) { [Field] = error };
}
