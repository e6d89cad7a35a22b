namespace SceneGen.Persistence.Outbox;

/// <summary>Found on a consume context, it says that what is sent and saved belongs to one unit of work.</summary>
internal interface IOutboxUnitContext
{
    OutboxUnit Unit { get; }
}
