using SceneGen.Settings;

namespace SceneGen.Scenes.Options;

/// <summary>Section <c>Steps</c>: how long a step's command may go unanswered before it is sent again, twice as long each time.</summary>
public sealed class StepOptions
{
    /// <summary>For having the provider begin. Default 60s; 100ms to 1h.</summary>
    [DurationRange("100ms", "1h")]
    public TimeSpan Submit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For fetching and keeping the picture. Default 120s; 100ms to 1h.</summary>
    [DurationRange("100ms", "1h")]
    public TimeSpan Store { get; set; } = TimeSpan.FromSeconds(120);
}
