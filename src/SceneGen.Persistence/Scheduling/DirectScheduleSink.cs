using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Scheduling;

/// <summary>Into a transaction of its own, at once: for whoever schedules outside a unit of work.</summary>
internal sealed class DirectScheduleSink<TDbContext>(
    IServiceScopeFactory scopes, OutboxClerk<TDbContext> clerk, OutboxDelivery<TDbContext> delivery) : IScheduleSink
    where TDbContext : DbContext
{
    public Task ScheduleAsync<T>(
        SendContext<T> context, DateTimeOffset due, Guid tokenId, bool mayReplace, CancellationToken cancellationToken)
        where T : class
        => CommitAsync(unit => unit.Schedule(context, due, tokenId, mayReplace), cancellationToken);

    public Task CancelAsync(Guid tokenId, CancellationToken cancellationToken)
        => CommitAsync(unit => unit.Cancel(tokenId), cancellationToken);

    private async Task CommitAsync(Action<OutboxUnit> fill, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var unit = clerk.NewUnit();
        fill(unit);
        var database = scope.ServiceProvider.GetRequiredService<TDbContext>();
        await clerk.CommitAsync(database, unit, inbox: null, cancellationToken);
        delivery.Deliver(unit.Rows);
    }
}
