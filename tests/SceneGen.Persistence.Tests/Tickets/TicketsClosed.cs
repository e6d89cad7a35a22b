namespace SceneGen.Persistence.Tests.Tickets;

public sealed record TicketsClosed(string Queue);
