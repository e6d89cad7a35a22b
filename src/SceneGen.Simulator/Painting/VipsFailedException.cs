namespace SceneGen.Simulator.Painting;

/// <summary>A vips command could not be started, did not end in time, or ended with an error.</summary>
internal sealed class VipsFailedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Set when vips itself gave up, which speaks against its input.</summary>
    public int? ExitCode { get; init; }
}
