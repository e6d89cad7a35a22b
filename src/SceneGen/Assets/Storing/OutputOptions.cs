using System.ComponentModel.DataAnnotations;
using SceneGen.Assets.Fetching;

namespace SceneGen.Assets.Storing;

/// <summary>Section <c>Replicate</c>, as far as the pictures go: where they may be downloaded from.</summary>
public sealed class OutputOptions : IValidatableObject
{
    /// <summary>Hosts as <c>host</c>, <c>*.host</c> or <c>host:port</c>. Default <c>replicate.delivery</c> and <c>*.replicate.delivery</c>.</summary>
    public IReadOnlyList<string> OutputHosts { get; set; } = ["replicate.delivery", "*.replicate.delivery"];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => HostList.Check(OutputHosts, nameof(OutputHosts));
}
