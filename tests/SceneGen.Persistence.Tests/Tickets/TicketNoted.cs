using MassTransit;

namespace SceneGen.Persistence.Tests.Tickets;

public sealed record TicketNoted(Guid CorrelationId) : CorrelatedBy<Guid>;
