using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;

namespace SceneGen.Scenes.Links;

/// <summary>Section <c>Images:Signing</c>: the keys of signed links. New links are signed with the first.</summary>
public sealed class SigningOptions : IValidatableObject
{
    private const int ShortestKey = 32;

    /// <summary>The name of the key, which links show. Default <c>1</c>.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,32}", ErrorMessage = "write 1 to 32 letters, digits, - or _")]
    public string KeyId { get; set; } = "1";

    /// <summary>The key that links are signed with, 32 characters or more. Default empty, which <c>Images:Links = signed</c> does not start with.</summary>
    public string Key { get; set; } = "";

    /// <summary>The name of the key before it. Default <c>0</c>.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,32}", ErrorMessage = "write 1 to 32 letters, digits, - or _")]
    public string PreviousKeyId { get; set; } = "0";

    /// <summary>The key before it, whose links are still good until they expire. Default empty: there is none.</summary>
    public string PreviousKey { get; set; } = "";

    /// <summary>How long a link is good. Default 15m; 10s to 7d.</summary>
    [DurationRange("10s", "7d")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        const string Mend = "write 32 characters or more, such as openssl rand -hex 32 gives, or leave it empty";
        if (Key.Length is > 0 and < ShortestKey)
        {
            yield return new ValidationResult(Mend, [nameof(Key)]);
        }

        if (PreviousKey.Length is > 0 and < ShortestKey)
        {
            yield return new ValidationResult(Mend, [nameof(PreviousKey)]);
        }

        if (PreviousKey.Length > 0 && PreviousKeyId == KeyId)
        {
            yield return new ValidationResult("two keys need two names", [nameof(PreviousKeyId)]);
        }
    }
}
