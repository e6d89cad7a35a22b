using System.Runtime.ExceptionServices;
using MassTransit;
using SceneGen.Data;

namespace SceneGen.Messaging.Failures;

/// <summary>
/// A message that failed because the database was away is not at fault: it waits until the database is back, and goes to
/// its queue once more instead of to the error queue.
/// </summary>
internal sealed partial class DatabaseAbsence(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<DatabaseAbsence> logger) : IFilter<ExceptionReceiveContext>
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>A broker takes a consumer that acknowledges nothing for half an hour for dead.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (!DatabaseFault.IsPassing(context.Exception))
        {
            await next.Send(context);
            return;
        }

        Log.Waits(logger, context.InputAddress);
        await WaitAsync(context.CancellationToken);

        // The transport gives back what throws here.
        ExceptionDispatchInfo.Throw(context.Exception);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("databaseAbsence");

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + Longest;
        do
        {
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }
        while (time.GetUtcNow() < end && !await IsBackAsync(cancellationToken));
    }

    private async Task<bool> IsBackAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database.CanConnectAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message of {Queue} waits for the database, which is away.")]
        public static partial void Waits(ILogger logger, Uri queue);
    }
}
