using MassTransit;
using MassTransit.Logging;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Observability.Tracing;
using SceneGen.Persistence.Scheduling;
using SceneGen.Scenes.Timers;

namespace SceneGen.Generation.Hints;

/// <summary>
/// Takes the provider's word that a prediction has ended for what it is: a reason to look now. What is true is found out by
/// the check.
/// </summary>
internal sealed class PredictionHints(
    SceneDbContext database, PendingTimers<SceneDbContext> timers, ISendEndpointProvider endpoints, TimeProvider time)
{
    public async Task<Hint> TakeAsync(
        string webhookId, string token, string predictionId, CancellationToken cancellationToken)
    {
        var intent = await FindAsync(token, cancellationToken);
        if (intent is { PredictionId: null })
        {
            // It came before the answer to the purchase, or in the moment between the two statements.
            var isNoted = await database.Intents
                .Where(i => i.Token == token && i.PredictionId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.HintedAt, time.GetUtcNow()), cancellationToken) == 1;
            intent = isNoted ? intent : await FindAsync(token, cancellationToken);
        }

        Spans.LinkTo(intent?.TraceContext);
        return intent switch
        {
            null => Hint.Useless,
            { PredictionId: null } => Hint.Taken,
            _ when intent.PredictionId != predictionId => Hint.Foreign,
            _ => await LookNowAsync(webhookId, intent, cancellationToken) ? Hint.Taken : Hint.Repeated,
        };
    }

    private Task<GenerationIntent?> FindAsync(string token, CancellationToken cancellationToken)
        => database.Intents.AsNoTracking().SingleOrDefaultAsync(intent => intent.Token == token, cancellationToken);

    /// <summary>The check is the scene's, whoever has set it off.</summary>
    private static IPipe<SendContext<CheckGeneration>> Within(GenerationIntent intent)
        => Pipe.Execute<SendContext<CheckGeneration>>(send =>
        {
            if (intent.TraceContext is { } trace)
            {
                send.Headers.Set(DiagnosticHeaders.ActivityId, trace);
            }
        });

    private async Task<bool> LookNowAsync(string webhookId, GenerationIntent intent, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var receipt = new WebhookReceipt { WebhookId = webhookId, ReceivedAt = time.GetUtcNow() };
        if (!await database.TryInsertAsync(receipt, condition: null, cancellationToken))
        {
            return false;
        }

        var (sceneId, run, attempt) = (intent.SceneId, intent.Run, intent.Attempt);
        if (!await timers.HurryAsync(CheckTimer.TokenOf(sceneId, run, attempt), cancellationToken))
        {
            // None waits: one is under way, and may have looked too early; or the scene is about to set the first. No timer,
            // for whoever sets the attempt's at this moment would put this one off.
            var check = new CheckGeneration { SceneId = sceneId, Run = run, Attempt = attempt };
            var checks = await endpoints.GetSendEndpoint(Queues.CheckGeneration);
            await checks.Send(check, Within(intent), cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        timers.Ring();
        return true;
    }
}
