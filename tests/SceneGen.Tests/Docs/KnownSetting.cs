using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using SceneGen.Settings;

namespace SceneGen.Tests.Docs;

/// <summary>A setting as its class declares it.</summary>
internal sealed record KnownSetting(string Name, PropertyInfo Property, object? Value, bool IsRequired)
{
    /// <summary>As the document is to say it.</summary>
    public SettingRow Row => new(Name, IsRequired ? "required" : Shown(Value), Takes);

    private string Takes => Property.PropertyType switch
    {
        _ when Property.GetCustomAttribute<DurationRangeAttribute>() is { } range => $"{range.Minimum} to {range.Maximum}",
        _ when Property.GetCustomAttribute<RangeAttribute>() is { } range => SettingsRules.Bounds(range)["from ".Length..],
        { IsEnum: true } names => string.Join(", ", Enum.GetNames(names)).ToLowerInvariant(),
        var type when type == typeof(bool) => "true, false",
        var type when type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) => "list",
        _ => "",
    };

    private static string Shown(object? value) => value switch
    {
        null or "" => "empty",
        string text => text,
        TimeSpan duration => Duration.Format(duration),
        bool or Enum => value.ToString()!.ToLowerInvariant(),
        IEnumerable<string> entries => string.Join(", ", entries) is { Length: > 0 } some ? some : "empty",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
