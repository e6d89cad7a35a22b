using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;

namespace SceneGen.Scenes.Live;

/// <summary>Section <c>Live</c>: how many may watch scenes at once, and how soon a lost notice is made up for.</summary>
public sealed class LiveOptions
{
    /// <summary>Streams and waits of one instance at once; further ones are told to come back. Default 5000; 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int Watchers { get; set; } = 5000;

    /// <summary>The same for one browser's session. Default 30; 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int WatchersPerSession { get; set; } = 30;

    /// <summary>The same for one API key. Default 1000; 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int WatchersPerKey { get; set; } = 1000;

    /// <summary>How often an instance looks whether watched scenes have moved without its being told. Default 3s; 100ms to 1m.</summary>
    [DurationRange("100ms", "1m")]
    public TimeSpan CatchUp { get; set; } = TimeSpan.FromSeconds(3);
}
