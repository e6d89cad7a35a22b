using System.Globalization;
using Microsoft.Extensions.Options;

namespace SceneGen.Access.Keys;

/// <summary>Reads <c>Auth:Keys</c>; each wrong entry has its sentence, which does not show what was written.</summary>
internal sealed class ConfiguredKeys(IConfiguration configuration)
    : IConfigureOptions<AuthOptions>, IValidateOptions<AuthOptions>
{
    private const string Section = "Auth:Keys";

    public void Configure(AuthOptions options)
        => options.Keys =
        [
            .. configuration.GetSection(Section).GetChildren()
                .OrderBy(entry => int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue)
                .Select(Read),
        ];

    public ValidateOptionsResult Validate(string? name, AuthOptions options)
    {
        var entries = configuration.GetSection(Section);
        var wrong = new List<string>();
        if (!string.IsNullOrEmpty(entries.Value))
        {
            wrong.Add($"{Section} is no list: write the first key under {Section}:0:Name, {Section}:0:Sha256 and {Section}:0:Scopes:0.");
        }

        foreach (var entry in entries.GetChildren())
        {
            wrong.AddRange(MistakesIn(Read(entry)).Select(mistake => $"{entry.Path}:{mistake}"));
        }

        wrong.AddRange(Repeated(options.Keys, key => key.Name, "has the name of another key: give each key one of its own"));
        wrong.AddRange(Repeated(options.Keys, key => key.Sha256, "has the hash of another key: make each key of its own"));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static ConfiguredKey Read(IConfigurationSection entry) => new()
    {
        Name = entry["Name"]?.Trim() ?? "",
        Sha256 = entry["Sha256"]?.Trim().ToLowerInvariant() ?? "",
        Scopes =
        [
            .. KeyScopes.Split(entry["Scopes"] ?? ""),
            .. entry.GetSection("Scopes").GetChildren().Select(scope => scope.Value?.Trim() ?? ""),
        ],
    };

    private static IEnumerable<string> MistakesIn(ConfiguredKey key)
    {
        if (!ApiKey.IsName(key.Name))
        {
            yield return $"Name is no name of a key: write 1 to {ApiKey.LongestName} letters, digits, -, _ or dots.";
        }

        if (!KeySecret.IsHash(key.Sha256))
        {
            yield return "Sha256 is no hash: write 64 hexadecimal digits, such as printf %s KEY | sha256sum | cut -c1-64 gives.";
        }

        if (!KeyScopes.AreKnown(key.Scopes))
        {
            yield return $"Scopes names no scope, or one that is not known: {KeyScopes.Mend}.";
        }
    }

    private static IEnumerable<string> Repeated(
        IReadOnlyList<ConfiguredKey> keys, Func<ConfiguredKey, string> by, string complaint)
        => keys.Where(key => by(key).Length > 0)
            .GroupBy(by, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => $"{Section}: '{same.First().Name}' {complaint}.");
}
