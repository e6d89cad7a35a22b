using System.ComponentModel.DataAnnotations;
using SceneGen.Replicate.Webhooks;

namespace SceneGen.Callbacks.Telling;

/// <summary>Section <c>Callbacks</c>: what posts to the <c>callbackUrl</c> of a scene are signed with.</summary>
public sealed class CallbackOptions : IValidatableObject
{
    /// <summary>
    /// The secret (Standard Webhooks): <c>whsec_</c> and the base64 of random bytes. Each API key's receivers have one of their
    /// own, derived from it (<c>keys callback-secret NAME</c>). Default empty: then no request may give a <c>callbackUrl</c>.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// The secret before it, while receivers change over: posts carry signatures by it, and by what is derived from it, too.
    /// Default empty: none.
    /// </summary>
    public string FormerSecret { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The value itself is left out: it may be a secret with a slip in it.
        if (Secret.Length > 0 && !WebhookSignature.IsSecret(Secret))
        {
            yield return new ValidationResult(Sentence(nameof(Secret)));
        }

        if (FormerSecret.Length > 0 && !WebhookSignature.IsSecret(FormerSecret))
        {
            yield return new ValidationResult(Sentence(nameof(FormerSecret)));
        }

        if (Secret.Length == 0 && FormerSecret.Length > 0)
        {
            yield return new ValidationResult(
                "Callbacks:FormerSecret is set and Callbacks:Secret is not: move the value there, or set both.");
        }

        // Whoever was given it could derive what all others are signed with.
        if (Secret.Length > 0 && Secret == FormerSecret)
        {
            yield return new ValidationResult(
                "Callbacks:FormerSecret is the same as Callbacks:Secret: set Callbacks:Secret to a new one that no receiver was given.");
        }
    }

    private static string Sentence(string name)
        => $"Callbacks:{name} is no secret: set it to whsec_ and the base64 of 32 random bytes, or leave it empty.";
}
