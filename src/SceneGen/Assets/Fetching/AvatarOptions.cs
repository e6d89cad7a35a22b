using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets.Fetching;

/// <summary>Where avatars' pictures may come from.</summary>
public sealed class AvatarOptions : IValidatableObject
{
    public const string Section = "Avatars";

    /// <summary>
    /// Hosts that avatar URLs may name. Entries are <c>host</c>, <c>*.host</c> or <c>host:port</c>; without a port 443
    /// is meant, or any port where the host is trusted. Default: none, which allows any public host.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        HostList.Check(Hosts, nameof(Hosts));
}
