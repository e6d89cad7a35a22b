using MassTransit;
using MassTransit.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Scopes;

namespace SceneGen.Persistence.Scheduling;

/// <summary>
/// For the scheduler that the container gives out: into the unit of work of the message its scope consumes; or, where no
/// message is consumed, into what the scope saves next.
/// </summary>
internal sealed class ScopeScheduleSink<TDbContext>(
    IScopedConsumeContextProvider consuming, DirectScheduleSink<TDbContext> direct, ScopeOutbox<TDbContext> scope)
    : IScheduleSink
    where TDbContext : DbContext
{
    /// <summary>Asked each time: a scope may see several attempts, each with a unit of its own.</summary>
    private IScheduleSink Current
        => !consuming.HasContext ? scope
            : consuming.GetContext().TryGetPayload<IOutboxUnitContext>(out var found) ? new UnitScheduleSink(found.Unit)
            : direct;

    public Task ScheduleAsync<T>(
        SendContext<T> context, DateTimeOffset due, Guid tokenId, bool mayReplace, CancellationToken cancellationToken)
        where T : class
        => Current.ScheduleAsync(context, due, tokenId, mayReplace, cancellationToken);

    public Task CancelAsync(Guid tokenId, CancellationToken cancellationToken)
        => Current.CancelAsync(tokenId, cancellationToken);
}
