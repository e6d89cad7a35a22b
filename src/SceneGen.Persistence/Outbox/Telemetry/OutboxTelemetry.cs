namespace SceneGen.Persistence.Outbox.Telemetry;

/// <summary>What the outbox is called where it is watched.</summary>
public static class OutboxTelemetry
{
    /// <summary>The name of its activity source and of its meter.</summary>
    public const string Name = "SceneGen";

    /// <summary>The span in which a stored message is given to the bus, in the trace in which it was decided.</summary>
    public const string DeliverySpan = "outbox deliver";

    /// <summary>Counts the messages that have left.</summary>
    public const string Delivered = "scenegen.outbox.delivered";
}
