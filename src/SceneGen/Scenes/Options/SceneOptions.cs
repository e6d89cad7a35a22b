using SceneGen.Settings;

namespace SceneGen.Scenes.Options;

/// <summary>Section <c>Scenes</c>: how long a scene may take, how often it is tried and what it may cost.</summary>
public sealed class SceneOptions
{
    /// <summary>From the choice of the theme to the picture; then the scene fails. Default 15m; 1s to 24h.</summary>
    [DurationRange("1s", "24h")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Attempts with each of the theme's models. Default 3; 1 to 10.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 10)]
    public int AttemptsPerModel { get; set; } = 3;

    /// <summary>US dollars a scene may cost; no attempt above it is begun. Default 1.00; 0.01 to 1000.</summary>
    [System.ComponentModel.DataAnnotations.Range(0.01, 1000.0)]
    public decimal CostCap { get; set; } = 1.00m;

    /// <summary>How long a scene waits for its theme before it expires. Default 24h; 100ms to 30d.</summary>
    [DurationRange("100ms", "30d")]
    public TimeSpan ThemeWait { get; set; } = TimeSpan.FromHours(24);
}
