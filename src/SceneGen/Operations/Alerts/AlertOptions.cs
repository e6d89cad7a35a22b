using System.ComponentModel.DataAnnotations;
using SceneGen.Callbacks;
using SceneGen.Settings;

namespace SceneGen.Operations.Alerts;

/// <summary>Section <c>Alerts</c>: who is told when an operator is needed, where no Prometheus watches.</summary>
public sealed class AlertOptions : IValidatableObject
{
    /// <summary>
    /// Where critical alerts are posted as JSON (<c>alert</c>, <c>status</c> firing or resolved, <c>text</c>, <c>at</c>,
    /// <c>runbook</c>): https on port 443, or a host of <c>Fetching:TrustedHosts</c>. A secret. Default empty: nowhere.
    /// </summary>
    public string Webhook { get; set; } = "";

    /// <summary>How long an alert lasts before it is told again. Default 1h; 1m to 30d.</summary>
    [DurationRange("1m", "30d")]
    public TimeSpan Repeat { get; set; } = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => Webhook.Length > 0 && !CallbackUrl.IsOne(Webhook)
            ? [new ValidationResult(
                "Alerts:Webhook is no address: write one such as https://chat.example.org/hooks/scenegen, without a user name, "
                + "or leave it empty.")]
            : [];
}
