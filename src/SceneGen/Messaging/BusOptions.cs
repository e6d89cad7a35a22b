using System.ComponentModel.DataAnnotations;

namespace SceneGen.Messaging;

/// <summary>Section <c>Bus</c>: how much each endpoint takes from the broker at a time.</summary>
public sealed class BusOptions
{
    /// <summary>Messages fetched ahead of being handled, for each queue. Default 32; 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int Prefetch { get; set; } = 32;

    /// <summary>Messages of one queue handled at a time. Default 16; 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 16;

    /// <summary>
    /// Whether an instance handles the commands and events of its own scenes itself, without the broker in between. Default
    /// true; with false all of them go by their queues, and whichever instance is free takes them.
    /// </summary>
    public bool HandOver { get; set; } = true;
}
