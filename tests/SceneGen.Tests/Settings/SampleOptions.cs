using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;

namespace SceneGen.Tests.Settings;

public sealed class SampleOptions : IValidatableObject
{
    [DurationRange("100ms", "1h")]
    public TimeSpan First { get; set; } = TimeSpan.FromSeconds(2);

    [DurationRange("100ms", "1h")]
    public TimeSpan Max { get; set; } = TimeSpan.FromSeconds(15);

    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    [Range(1, int.MaxValue)]
    public long Limit { get; set; } = 1;

    [Range(0, 1)]
    public double Jitter { get; set; } = 0.2;

    [Range(0, 2)]
    public decimal Cost { get; set; } = 1;

    public bool Enabled { get; set; }

    public SampleFormat Format { get; set; }

    public TimeSpan? Grace { get; set; } = TimeSpan.FromSeconds(1);

    [Required]
    public string Name { get; set; } = "sample";

    [MaxLength(8)]
    public string? ApiToken { get; set; }

    [RegularExpression("https://.*", ErrorMessage = "write an https URL")]
    public string Address { get; set; } = "https://localhost";

    public List<string> Hosts { get; set; } = ["first.default", "second.default"];

    public IReadOnlyList<string> Tags { get; init; } = ["default"];

    public int Doubled => Attempts * 2;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (First > Max)
        {
            yield return new ValidationResult("set it no longer than Sample:Max", [nameof(First)]);
        }

        if (Enabled && Hosts.Count == 0)
        {
            yield return new ValidationResult("Sample:Enabled is true without hosts: set Sample:Hosts:0.");
        }
    }
}
