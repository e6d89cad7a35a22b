using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace SceneGen.Settings;

internal static class SettingsRules
{
    public static IReadOnlyList<WrongSetting> Check(string section, object options)
    {
        var broken = options.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Broken(section, property, options).Take(1))
            .ToList();
        return broken.Count == 0 && options is IValidatableObject own ? CheckOwn(section, own) : broken;
    }

    public static string Bounds(RangeAttribute range)
    {
        var lower = $"{(range.MinimumIsExclusive ? "above" : "from")} {Invariant(range.Minimum)}";
        return IsOpenAbove(range)
            ? $"{lower} up"
            : $"{lower} {(range.MaximumIsExclusive ? "and below" : "to")} {Invariant(range.Maximum)}";
    }

    private static IEnumerable<WrongSetting> Broken(string section, PropertyInfo property, object options)
    {
        var key = ConfigurationPath.Combine(section, property.Name);
        var value = property.GetValue(options);
        var context = new ValidationContext(options) { MemberName = property.Name };
        return property.GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !Accepts(rule, value, context))
            .Select(rule => WrongSetting.Of(key, value, Mend(rule, key)));
    }

    // RangeAttribute turns the value into the type of its bounds first: 1.4 passes a range of 0 to 1, and a long fails
    // with an overflow.
    private static bool Accepts(ValidationAttribute rule, object? value, ValidationContext context) =>
        rule is RangeAttribute range && value is int or long or double or decimal
            ? IsInside(range, ToDouble(value))
            : rule.GetValidationResult(value, context) == ValidationResult.Success;

    private static bool IsInside(RangeAttribute range, double value)
    {
        var minimum = ToDouble(range.Minimum);
        var maximum = IsOpenAbove(range) ? double.MaxValue : ToDouble(range.Maximum);
        return (range.MinimumIsExclusive ? value > minimum : value >= minimum)
            && (range.MaximumIsExclusive ? value < maximum : value <= maximum);
    }

    private static bool IsOpenAbove(RangeAttribute range) => range.Maximum is int.MaxValue or double.MaxValue;

    private static double ToDouble(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static string? Invariant(object number) => Convert.ToString(number, CultureInfo.InvariantCulture);

    private static string Mend(ValidationAttribute rule, string key) => rule switch
    {
        { ErrorMessage: not null } => rule.FormatErrorMessage(key),
        RequiredAttribute => "set it",
        RangeAttribute range => $"set it {Bounds(range)}",
        DurationRangeAttribute range => $"set it from {range.Minimum} to {range.Maximum}",
        _ => rule.FormatErrorMessage(key),
    };

    // A result that names a member brings the mend alone; one that names none is a whole sentence about the section.
    private static List<WrongSetting> CheckOwn(string section, IValidatableObject options) =>
        options.Validate(new ValidationContext(options))
            .Where(result => result != ValidationResult.Success)
            .Select(result => OfResult(section, options, result))
            .ToList();

    private static WrongSetting OfResult(string section, object options, ValidationResult result)
    {
        var mend = result.ErrorMessage ?? "set it right";
        if (result.MemberNames.FirstOrDefault() is not { } member)
        {
            return WrongSetting.Whole(mend);
        }

        var value = options.GetType().GetProperty(member)?.GetValue(options);
        return WrongSetting.Of(ConfigurationPath.Combine(section, member), value, mend);
    }
}
