using System.Collections;
using Microsoft.Extensions.Options;

namespace SceneGen.Settings;

internal sealed class SecretFiles(string prefix, string? except = null) : ConfigurationProvider, IConfigurationSource
{
    public const string Suffix = "_FILE";

    private const string Delimiter = "__";

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public static string Read(string key, string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var sentence = $"{key} is '{path}': make it the path of a file that this service may read.";
            throw new OptionsValidationException(key, typeof(IConfiguration), [sentence]);
        }
    }

    public override void Load()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (NamesSetting(name) && variable.Value is string { Length: > 0 } path)
            {
                var key = name[prefix.Length..]
                    .Replace(Delimiter, ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
                Data[key[..^Suffix.Length]] = Read(key, path);
            }
        }
    }

    // Other programs' variables, such as SSL_CERT_FILE, name no section.
    private bool NamesSetting(string variable) =>
        variable.EndsWith(Suffix, StringComparison.Ordinal)
        && variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && variable.AsSpan(prefix.Length).Contains(Delimiter, StringComparison.Ordinal)
        && (except is null || !variable.StartsWith(except, StringComparison.OrdinalIgnoreCase));
}
