using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;

namespace SceneGen.Scenes.Options;

/// <summary>Section <c>Compensation</c>: how a request to roll an avatar back is repeated until it is answered.</summary>
public sealed class CompensationOptions
{
    /// <summary>From the first request to the second. Default 1m; 100ms to 6h.</summary>
    [DurationRange("100ms", "6h")]
    public TimeSpan First { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Each wait is this many times the one before. Default 2; 1 to 10.</summary>
    [Range(1.0, 10.0)]
    public double Factor { get; set; } = 2;

    /// <summary>The longest wait. Default 6h; 100ms to 24h.</summary>
    [DurationRange("100ms", "24h")]
    public TimeSpan Max { get; set; } = TimeSpan.FromHours(6);

    /// <summary>After this the request is repeated no more, but an answer still counts. Default 7d; 1s to 365d.</summary>
    [DurationRange("1s", "365d")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(7);
}
