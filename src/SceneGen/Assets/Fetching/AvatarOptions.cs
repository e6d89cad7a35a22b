using System.ComponentModel.DataAnnotations;
using SceneGen.Assets.Avatars;

namespace SceneGen.Assets.Fetching;

/// <summary>Where avatars' pictures may come from, and how the provider gets them.</summary>
public sealed class AvatarOptions : IValidatableObject
{
    public const string Section = "Avatars";

    /// <summary>
    /// Hosts that avatar URLs may name. Entries are <c>host</c>, <c>*.host</c> or <c>host:port</c>; without a port 443
    /// is meant, or any port where the host is trusted. Default: none, which allows any public host.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>
    /// Whose bytes are sent to the provider in place of the avatar's URL: <c>never</c>, <c>private</c> (those on trusted
    /// hosts) or <c>always</c>. Default <c>never</c>.
    /// </summary>
    public AvatarUpload Upload { get; set; } = AvatarUpload.Never;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        HostList.Check(Hosts, nameof(Hosts));
}
