using Microsoft.Extensions.Options;

namespace SceneGen.Settings;

internal sealed class ConfiguredSettings<TOptions>(IConfiguration configuration, string section)
    : IConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : class, new()
{
    private readonly IConfigurationSection _section = configuration.GetSection(section);

    // What could not be read is told by Validate, which runs before anyone gets the options.
    public void Configure(TOptions options) => SettingsBinder.Bind(_section, options);

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != Options.DefaultName)
        {
            return ValidateOptionsResult.Skip;
        }

        // Bound once more into a fresh object, for code may have adjusted the options since.
        var unreadable = SettingsBinder.Bind(_section, new TOptions());
        var wrong = unreadable.Concat(SettingsRules.Check(section, options)).ToList();
        return wrong.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(setting => setting.Sentence));
    }
}
