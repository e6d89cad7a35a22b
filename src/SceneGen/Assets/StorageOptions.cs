using System.ComponentModel.DataAnnotations;

namespace SceneGen.Assets;

/// <summary>Where finished pictures are kept; section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string DefaultPath = "data/assets";

    /// <summary>
    /// Folder of the pictures, relative to the working directory unless absolute; made if missing.
    /// Default <c>data/assets</c>.
    /// </summary>
    [Required]
    public string Path { get; set; } = DefaultPath;
}
