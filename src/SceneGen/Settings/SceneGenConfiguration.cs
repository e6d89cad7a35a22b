using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace SceneGen.Settings;

public static class SceneGenConfiguration
{
    private const string Prefix = "SceneGen__";
    private const string TokenVariable = "REPLICATE_API_TOKEN";
    private const string TokenKey = "Replicate:ApiToken";

    // Each source wins over those before it; the host adds the command line last.
    public static IConfigurationManager AddSceneGenSources(this IConfigurationManager configuration)
    {
        var sources = configuration.Sources;
        sources.Insert(0, new MemoryConfigurationSource { InitialData = ProviderToken() });

        var commandLine = sources.LastOrDefault(source => source is CommandLineConfigurationSource);
        var place = commandLine is null ? sources.Count : sources.IndexOf(commandLine);
        sources.Insert(place, new SecretFiles("", except: Prefix));
        sources.Insert(place + 1, new EnvironmentVariablesConfigurationSource { Prefix = Prefix });
        sources.Insert(place + 2, new SecretFiles(Prefix));
        return configuration;
    }

    private static Dictionary<string, string?> ProviderToken()
    {
        const string FileVariable = TokenVariable + SecretFiles.Suffix;
        var token = Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } path
            ? SecretFiles.Read(FileVariable, path)
            : Environment.GetEnvironmentVariable(TokenVariable);
        return string.IsNullOrEmpty(token) ? [] : new() { [TokenKey] = token };
    }
}
