using MassTransit;
using MassTransit.Scheduling;
using MassTransit.Transports;

namespace SceneGen.Persistence.Scheduling;

/// <summary>Schedules messages as rows: of the unit of work that is under way, or else of one of their own.</summary>
internal sealed class OutboxScheduleProvider(IScheduleSink sink, ISendEndpointProvider endpoints, TimeProvider time)
    : IScheduleMessageProvider
{
    public async Task<ScheduledMessage<T>> ScheduleSend<T>(
        Uri destinationAddress, DateTime scheduledTime, T message, IPipe<SendContext<T>> pipe, CancellationToken cancellationToken)
        where T : class
    {
        var due = new DateTimeOffset(scheduledTime.ToUniversalTime(), TimeSpan.Zero);

        // A message type may name its own token; the same one again replaces what waits.
        var fresh = NewId.NextGuid();
        var tokenId = ScheduleTokenIdCache<T>.GetTokenId(message, fresh);
        var schedulePipe = new ScheduleSendPipe<T>(pipe, due.UtcDateTime) { ScheduledMessageId = tokenId };

        var endpoint = await endpoints.GetSendEndpoint(destinationAddress);
        var transport = endpoint as ITransportSendEndpoint
            ?? throw new InvalidOperationException($"A message to {destinationAddress} cannot be scheduled: its endpoint builds no messages.");
        var context = await transport.CreateSendContext(message, schedulePipe, cancellationToken);
        var now = time.GetUtcNow();
        await sink.ScheduleAsync(context, due > now ? due : now, tokenId, mayReplace: tokenId != fresh, cancellationToken);
        return new ScheduledMessageHandle<T>(tokenId, due.UtcDateTime, destinationAddress, message);
    }

    public Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken)
        => sink.CancelAsync(tokenId, cancellationToken);

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken)
        => sink.CancelAsync(tokenId, cancellationToken);
}
