using MassTransit;

namespace SceneGen.Persistence.Scheduling;

/// <summary>Where scheduled messages are written down.</summary>
internal interface IScheduleSink
{
    Task ScheduleAsync<T>(
        SendContext<T> context, DateTimeOffset due, Guid tokenId, bool mayReplace, CancellationToken cancellationToken)
        where T : class;

    Task CancelAsync(Guid tokenId, CancellationToken cancellationToken);
}
