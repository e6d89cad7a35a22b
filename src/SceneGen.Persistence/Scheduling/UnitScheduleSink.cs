using MassTransit;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Persistence.Scheduling;

/// <summary>Into the unit of work: saved and rolled back with it.</summary>
internal sealed class UnitScheduleSink(OutboxUnit unit) : IScheduleSink
{
    public Task ScheduleAsync<T>(
        SendContext<T> context, DateTimeOffset due, Guid tokenId, bool mayReplace, CancellationToken cancellationToken)
        where T : class
    {
        unit.Schedule(context, due, tokenId, mayReplace);
        return Task.CompletedTask;
    }

    public Task CancelAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        unit.Cancel(tokenId);
        return Task.CompletedTask;
    }
}
