using System.Globalization;
using System.Reflection;

namespace SceneGen.Settings;

// The framework's binder appends to default lists and reads "15" as fifteen days.
internal static class SettingsBinder
{
    public static IReadOnlyList<WrongSetting> Bind(IConfigurationSection section, object options)
    {
        var wrong = new List<WrongSetting>();
        foreach (var property in options.GetType().GetProperties().Where(IsSettable))
        {
            var configured = section.GetSection(property.Name);
            if (IsList(property.PropertyType))
            {
                BindList(configured, property, options, wrong);
            }
            else
            {
                BindValue(configured, property, options, wrong);
            }
        }

        return wrong;
    }

    private static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0;

    private static bool IsList(Type type) => type == typeof(List<string>) || type == typeof(IReadOnlyList<string>);

    private static void BindValue(
        IConfigurationSection configured, PropertyInfo property, object options, List<WrongSetting> wrong)
    {
        if (configured.Value is not { } text)
        {
            if (configured.GetChildren().Any())
            {
                wrong.Add(WrongSetting.OfSection(configured.Path, SettingValue.Wanted(property)));
            }
        }
        else if (SettingValue.TryRead(property.PropertyType, text, out var value))
        {
            property.SetValue(options, value);
        }
        else
        {
            wrong.Add(WrongSetting.Of(configured.Path, text, SettingValue.Wanted(property)));
        }
    }

    private static void BindList(
        IConfigurationSection configured, PropertyInfo property, object options, List<WrongSetting> wrong)
    {
        if (!string.IsNullOrEmpty(configured.Value))
        {
            var mend = $"write a list, its first entry under {configured.Path}:0";
            wrong.Add(WrongSetting.Of(configured.Path, configured.Value, mend));
            return;
        }

        // A configured empty list has an empty value and no entries; without a value nothing is configured.
        var entries = configured.GetChildren().ToList();
        var mistakes = entries.Select(MistakeIn).OfType<WrongSetting>().ToList();
        wrong.AddRange(mistakes);
        if (mistakes.Count == 0 && (entries.Count > 0 || configured.Value is not null))
        {
            property.SetValue(options, entries.OrderBy(Index).Select(entry => entry.Value!).ToList());
        }
    }

    private static WrongSetting? MistakeIn(IConfigurationSection entry) => entry switch
    {
        _ when Index(entry) is null =>
            WrongSetting.Of(entry.Path, entry.Value, "number the entries of a list from 0"),
        _ when entry.Value is null && entry.GetChildren().Any() =>
            WrongSetting.OfSection(entry.Path, "write one text"),
        _ when string.IsNullOrWhiteSpace(entry.Value) =>
            WrongSetting.Of(entry.Path, "", "write a text or leave the entry out"),
        _ => null,
    };

    private static int? Index(IConfigurationSection entry) =>
        int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
