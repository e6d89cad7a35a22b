using MassTransit;

namespace SceneGen.Persistence.Tests.Tickets;

public sealed record TicketOpened(Guid CorrelationId, string Queue) : CorrelatedBy<Guid>;
