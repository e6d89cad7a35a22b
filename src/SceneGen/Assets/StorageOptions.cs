using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;

namespace SceneGen.Assets;

/// <summary>Where finished pictures are kept, and for how long; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string DefaultPath = "data/assets";

    /// <summary>
    /// Folder of the pictures, relative to the working directory unless absolute; made if missing.
    /// Default <c>data/assets</c>.
    /// </summary>
    [Required]
    public string Path { get; set; } = DefaultPath;

    /// <summary>How long a finished scene's files are kept; the scene stays. Default 30d; 1s to 3650d.</summary>
    [DurationRange("1s", "3650d")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How old a file that nothing names has to be before it is removed. Default 2d; 1s to 365d.</summary>
    [DurationRange("1s", "365d")]
    public TimeSpan OrphanGrace { get; set; } = TimeSpan.FromDays(2);
}
