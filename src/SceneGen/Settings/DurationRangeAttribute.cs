using System.ComponentModel.DataAnnotations;

namespace SceneGen.Settings;

[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationRangeAttribute(string minimum, string maximum) : ValidationAttribute
{
    public string Minimum { get; } = minimum;

    public string Maximum { get; } = maximum;

    public override bool IsValid(object? value) =>
        value is not TimeSpan duration || (duration >= Parse(Minimum) && duration <= Parse(Maximum));

    private static TimeSpan Parse(string text) =>
        Duration.TryParse(text, out var duration)
            ? duration
            : throw new FormatException($"'{text}' is no duration: write one such as 500ms, 2s, 15m, 24h or 30d.");
}
