namespace SceneGen.Settings.Yaml;

/// <summary>A file is not YAML, or not of the form it has to have. The line is 0 where the whole file is at fault.</summary>
internal sealed class YamlFaultException(string file, int line, string reason, Exception? inner = null)
    : FormatException(line > 0 ? $"{file}, line {line}: {reason}" : $"{file} {reason}", inner)
{
    public int Line => line;

    public string Reason => reason;
}
