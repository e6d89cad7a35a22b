using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets.S3;

/// <summary>A bucket for the pictures instead of a folder; section <c>Storage:S3</c>. The folder then holds what is being made.</summary>
public sealed class S3Options : IValidatableObject
{
    /// <summary>The address of the S3 service, such as <c>https://s3.example.org</c>. Default empty: pictures are kept in the folder.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The bucket, which is there and is this service's alone. Default empty.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Who asks. Default empty.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The password to it. Default empty.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>The region that requests are signed for. Default <c>us-east-1</c>.</summary>
    [Required]
    public string Region { get; set; } = "us-east-1";

    internal bool IsSet => ServiceUrl.Length > 0;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string[] rest = [Bucket, AccessKey, SecretKey];
        if (!IsSet)
        {
            return rest.Any(value => value.Length > 0)
                ? [new ValidationResult("set it too, or leave the rest of Storage:S3 out", [nameof(ServiceUrl)])]
                : [];
        }

        if (!Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return [new ValidationResult("write an address such as https://s3.example.org", [nameof(ServiceUrl)])];
        }

        return new[] { nameof(Bucket), nameof(AccessKey), nameof(SecretKey) }
            .Where((_, index) => rest[index].Length == 0)
            .Select(name => new ValidationResult("set it, as Storage:S3:ServiceUrl is set", [name]));
    }
}
