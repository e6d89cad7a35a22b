using System.ComponentModel.DataAnnotations;

namespace SceneGen.Scenes.Quotas;

/// <summary>Section <c>Quotas</c>: what each API key and each session may ask for. The local caller may always.</summary>
public sealed class QuotaOptions
{
    /// <summary>Requests to the API a minute, of all instances together. Default 0, which is off; 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; set; }

    /// <summary>Scenes that are being made at the same time. Default 0, which is off; 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int RunningScenes { get; set; }

    /// <summary>What the runs that began since midnight UTC may cost, in US dollars. Default 0, which is off; 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public decimal CostPerDay { get; set; }

    /// <summary>Scenes of all sessions together that are being made at the same time. Default 0, which is off; 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public int SessionsRunningScenes { get; set; }

    /// <summary>What runs that sessions asked for since midnight UTC may cost together, in US dollars. Default 0, which is off; 0 to 1,000,000.</summary>
    [Range(0, 1_000_000)]
    public decimal SessionsCostPerDay { get; set; }
}
