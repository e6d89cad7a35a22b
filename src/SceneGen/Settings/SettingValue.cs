using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace SceneGen.Settings;

internal static class SettingValue
{
    private const NumberStyles Decimals =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static bool TryRead(Type type, string text, out object? value)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        value = bare == typeof(string) ? text : Read(bare, text.Trim());
        return value is not null || (bare != type && string.IsNullOrWhiteSpace(text));
    }

    public static string Wanted(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return "write " + type switch
        {
            _ when type == typeof(TimeSpan) => "a duration such as 500ms, 2s, 15m, 24h or 30d",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number" + Bounds(property),
            _ when type.IsEnum => Choices(type),
            _ when type == typeof(string) => "one text",
            _ => "a number" + Bounds(property),
        };
    }

    private static object? Read(Type type, string text) => type switch
    {
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, Culture, out var whole) ? whole : null,
        _ when type == typeof(long) => long.TryParse(text, NumberStyles.Integer, Culture, out var whole) ? whole : null,
        _ when type == typeof(double) =>
            double.TryParse(text, NumberStyles.Float, Culture, out var real) && double.IsFinite(real) ? real : null,
        _ when type == typeof(decimal) => decimal.TryParse(text, Decimals, Culture, out var exact) ? exact : null,
        _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
        _ when type == typeof(TimeSpan) => Duration.TryParse(text, out var duration) ? duration : null,
        _ when type.IsEnum => ReadName(type, text),
        _ => throw new NotSupportedException($"A setting cannot have the type {type.Name}."),
    };

    // Enum.Parse would also take numbers and lists of names.
    private static object? ReadName(Type type, string text) =>
        Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse(type, name)
            : null;

    private static string Bounds(PropertyInfo property) =>
        property.GetCustomAttribute<RangeAttribute>() is { } range ? " " + SettingsRules.Bounds(range) : "";

    private static string Choices(Type type)
    {
        var names = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
