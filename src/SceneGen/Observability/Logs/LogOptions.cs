using System.ComponentModel.DataAnnotations;

namespace SceneGen.Observability.Logs;

/// <summary>Section <c>Logs</c>: where the log goes, and how it is written. Levels are Serilog's own settings.</summary>
public sealed class LogOptions
{
    /// <summary>How lines are written: <c>text</c>, or <c>json</c>, one object a line. Default text.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>A file to write to beside the console, relative to the working directory. A day has a file of its own, with the
    /// day in its name. Default empty: none.</summary>
    public string File { get; set; } = "";

    /// <summary>How many of these files are kept. Default 14; 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int Files { get; set; } = 14;
}
