using System.Linq.Expressions;
using MassTransit;

namespace SceneGen.Persistence.Tests.Tickets;

/// <summary>A saga without a state machine.</summary>
public sealed class Ticket
    : ISaga,
      ISagaVersion,
      InitiatedBy<TicketOpened>,
      InitiatedByOrOrchestrates<TicketRaised>,
      Orchestrates<TicketNoted>,
      Observes<TicketsClosed, Ticket>
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string Queue { get; set; } = "";

    public int Notes { get; set; }

    public int Priority { get; set; }

    public bool IsClosed { get; set; }

    public Expression<Func<Ticket, TicketsClosed, bool>> CorrelationExpression
        => (ticket, closed) => ticket.Queue == closed.Queue;

    public Task Consume(ConsumeContext<TicketOpened> context)
    {
        Queue = context.Message.Queue;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<TicketRaised> context)
    {
        Priority++;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<TicketNoted> context)
    {
        Notes++;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<TicketsClosed> context)
    {
        IsClosed = true;
        return Task.CompletedTask;
    }
}
