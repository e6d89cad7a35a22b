using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;

namespace SceneGen.Scenes.Options;

/// <summary>Section <c>Polling</c>: when the provider is asked how a picture stands.</summary>
public sealed class PollingOptions
{
    /// <summary>From the start of the prediction to the first check. Default 2s; 100ms to 1h.</summary>
    [DurationRange("100ms", "1h")]
    public TimeSpan First { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Each wait is this many times the one before. Default 1.5; 1 to 10.</summary>
    [Range(1.0, 10.0)]
    public double Factor { get; set; } = 1.5;

    /// <summary>The longest wait. Default 15s; 100ms to 1h.</summary>
    [DurationRange("100ms", "1h")]
    public TimeSpan Max { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>With webhooks, from the start of the prediction to the first check that none has asked for. Default 30s; 100ms to 1h.</summary>
    [DurationRange("100ms", "1h")]
    public TimeSpan WebhookGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Each wait is longer or shorter by up to this share of itself. Default 0.2; 0 to 0.9.</summary>
    [Range(0.0, 0.9)]
    public double Jitter { get; set; } = 0.2;
}
