using YamlDotNet.RepresentationModel;

namespace SceneGen.Settings.Yaml;

/// <summary>Finds where a file says something.</summary>
internal static class YamlLines
{
    /// <summary>The line of a key, written as <c>outer.inner</c>, or of as much of its path as there is; else the first.</summary>
    public static int Of(string text, string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var (node, line) = (stream.Documents.FirstOrDefault()?.RootNode, 1L);
        foreach (var step in path.Split('.'))
        {
            var found = (node as YamlMappingNode)?.Children
                .FirstOrDefault(child => (child.Key as YamlScalarNode)?.Value == step);
            if (found is not { Key: { } key, Value: var value })
            {
                break;
            }

            (node, line) = (value, key.Start.Line);
        }

        return (int)line;
    }
}
