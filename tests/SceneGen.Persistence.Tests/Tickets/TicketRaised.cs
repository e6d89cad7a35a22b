using MassTransit;

namespace SceneGen.Persistence.Tests.Tickets;

public sealed record TicketRaised(Guid CorrelationId) : CorrelatedBy<Guid>;
