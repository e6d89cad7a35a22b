namespace SceneGen.Persistence.Outbox.Parking;

/// <summary>A message of the outbox that was given up.</summary>
/// <param name="Id">The row's number, by which it can be replayed.</param>
/// <param name="MessageId">The message's id, the same at every delivery.</param>
/// <param name="MessageTypes">The message's type names, separated by semicolons.</param>
/// <param name="Destination">Where it was to go.</param>
/// <param name="Deliveries">How often it was tried.</param>
/// <param name="ParkedAt">When it was given up, UTC.</param>
/// <param name="Reason">Why it was given up.</param>
public sealed record ParkedMessage(
    long Id, Guid MessageId, string MessageTypes, string Destination, int Deliveries, DateTimeOffset ParkedAt, string? Reason);
