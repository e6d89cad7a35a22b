using System.ComponentModel.DataAnnotations;
using SceneGen.Contracts;
using SceneGen.Replicate.Webhooks;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Words;
using SceneGen.Settings;

namespace SceneGen.Scenes.Options;

/// <summary>Section <c>Compensation</c>: how a request to roll an avatar back is repeated until it is answered.</summary>
public sealed class CompensationOptions : IValidatableObject
{
    private const string Keep = "keep";
    private const string Roll = "rollback";

    /// <summary>From the first request to the second. Default 1m; 100ms to 6h.</summary>
    [DurationRange("100ms", "6h")]
    public TimeSpan First { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Each wait is this many times the one before. Default 2; 1 to 10.</summary>
    [Range(1.0, 10.0)]
    public double Factor { get; set; } = 2;

    /// <summary>The longest wait. Default 6h; 100ms to 24h.</summary>
    [DurationRange("100ms", "24h")]
    public TimeSpan Max { get; set; } = TimeSpan.FromHours(6);

    /// <summary>After this the request is repeated no more, but an answer still counts. Default 7d; 1s to 365d.</summary>
    [DurationRange("1s", "365d")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Exceptions from the table of <see cref="RollbackPolicy"/>, each for a failure's code or for a fault:
    /// <c>deadline_exceeded=keep</c>, <c>theme=rollback</c>. A code's own stands above its fault's. Default none.
    /// </summary>
    public IReadOnlyList<string> Policy { get; set; } = [];

    /// <summary>
    /// Where requests to roll an avatar back are posted, beside the bus: https on port 443, or a host of
    /// <c>Fetching:TrustedHosts</c>. The answer comes over the bus or to <c>POST /api/avatars/{avatarId}/rollback</c>.
    /// Default empty: nowhere.
    /// </summary>
    public string CallbackUrl { get; set; } = "";

    /// <summary>
    /// What those posts are signed with (Standard Webhooks): <c>whsec_</c> and the base64 of random bytes. Required with
    /// <see cref="CallbackUrl"/>; default empty.
    /// </summary>
    public string CallbackSecret { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => CheckPolicy().Concat(CheckCallback());

    internal AvatarRollback? PolicyOf(string name)
        => Policy.Select(entry => entry.Split('=')).LastOrDefault(parts => parts[0] == name)?[1] switch
        {
            null => null,
            Keep => AvatarRollback.None,
            _ => AvatarRollback.Requested,
        };

    private IEnumerable<ValidationResult> CheckPolicy()
        => from entry in Policy
           let parts = entry.Split('=')
           where parts is not [var name, Keep or Roll] || !IsKnown(name)
           select new ValidationResult(
               $"'{entry}' is no rule: write a failure's code or a fault, '=', and {Keep} or {Roll}", [nameof(Policy)]);

    private IEnumerable<ValidationResult> CheckCallback()
    {
        if (CallbackUrl.Length > 0 && !Callbacks.CallbackUrl.IsOne(CallbackUrl))
        {
            yield return new ValidationResult(
                "write an address such as https://avatars.example.org/rollbacks, without a user name, or leave it empty",
                [nameof(CallbackUrl)]);
        }

        if (CallbackUrl.Length > 0 && !WebhookSignature.IsSecret(CallbackSecret))
        {
            // The value itself is left out: it may be a secret with a slip in it.
            yield return new ValidationResult(
                $"Compensation:CallbackSecret is {(CallbackSecret.Length > 0 ? "no secret" : "missing")}: set it to whsec_ and "
                + "the base64 of 32 random bytes, for what is posted to Compensation:CallbackUrl is signed with it.");
        }
    }

    private static bool IsKnown(string name)
        => FailureWords.Codes.Contains(name)
            || Enum.GetValues<SceneFault>().Any(fault => RollbackPolicy.NameOf(fault) == name);
}
