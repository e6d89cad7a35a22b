using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets.Fetching;

/// <summary>Whose addresses the service may fetch from although they are not public.</summary>
public sealed class FetchingOptions : IValidatableObject
{
    public const string Section = "Fetching";

    /// <summary>
    /// Hosts that may be plain http and on a private address, such as a simulator or an internal store. Entries are
    /// <c>host</c>, <c>*.host</c> or <c>host:port</c>; without a port any port is meant. Every other limit still
    /// holds. Default: none.
    /// </summary>
    public IReadOnlyList<string> TrustedHosts { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        HostList.Check(TrustedHosts, nameof(TrustedHosts));
}
