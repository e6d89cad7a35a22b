using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SceneGen.Settings.Yaml;

/// <summary>A folder of YAML files, each one thing; a wrong file is refused with its name, line and reason.</summary>
internal static class YamlFolder
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithAttemptingUnquotedStringTypeDeserialization()
        .WithDuplicateKeyChecking()
        .WithEnforceNullability()
        .Build();

    public static IReadOnlyList<(string File, T Content)> Read<T>(string folder)
        where T : class
        => FilesOf(folder).ConvertAll(file => (file, Parse<T>(file, File.ReadAllText(file))));

    public static List<string> FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"The folder {folder} is not there.");
        }

        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new InvalidDataException($"The folder {folder} holds no .yaml file.");
    }

    public static T Parse<T>(string file, string text)
        where T : class
    {
        try
        {
            return Deserializer.Deserialize<T>(text) ?? throw new YamlFaultException(file, line: 0, "is empty.");
        }
        catch (YamlException error)
        {
            var reason = error.InnerException?.Message ?? error.Message;
            throw new YamlFaultException(file, (int)error.Start.Line, reason, error);
        }
    }
}
